export type CountsWorkspaceId = number;

export type CountsName = string;

export interface CountsRow {
  workspace_id: CountsWorkspaceId;
  name: CountsName;
  total: number;
}