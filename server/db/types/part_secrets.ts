import type { WorkspacesId } from './workspaces.ts';

export interface PartSecretsRow {
  workspace_id: WorkspacesId;
  digest: Buffer;
  updated_at: Date;
}