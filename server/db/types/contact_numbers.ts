export type ContactNumbersWorkspaceId = number;

export type ContactNumbersAttribute = string;

export type ContactNumbersValue = number;

export type ContactNumbersId = string;

export interface ContactNumbersRow {
  workspace_id: ContactNumbersWorkspaceId;

  attribute: ContactNumbersAttribute;

  value: ContactNumbersValue;

  id: ContactNumbersId;
}

export interface ContactNumbersInitializer {
  workspace_id: ContactNumbersWorkspaceId;

  attribute: ContactNumbersAttribute;

  value: ContactNumbersValue;

  id: ContactNumbersId;
}

export interface ContactNumbersMutator {
  workspace_id?: ContactNumbersWorkspaceId;

  attribute?: ContactNumbersAttribute;

  value?: ContactNumbersValue;

  id?: ContactNumbersId;
}