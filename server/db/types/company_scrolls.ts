import type { WorkspacesId } from './workspaces.ts';

export type CompanyScrollsToken = string;

export interface CompanyScrollsRow {
  workspace_id: WorkspacesId;
  token: CompanyScrollsToken;
  after_id: string;
  last_used_at: Date;
}