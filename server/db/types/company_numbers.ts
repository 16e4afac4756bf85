export type CompanyNumbersWorkspaceId = number;

export type CompanyNumbersAttribute = string;

export type CompanyNumbersValue = number;

export type CompanyNumbersId = string;

export interface CompanyNumbersRow {
  workspace_id: CompanyNumbersWorkspaceId;
  attribute: CompanyNumbersAttribute;
  value: CompanyNumbersValue;
  id: CompanyNumbersId;
}