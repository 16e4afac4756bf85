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