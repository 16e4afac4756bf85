export interface CountDeltasRow {
  workspace_id: number;
  name: string;
  delta: number;
}