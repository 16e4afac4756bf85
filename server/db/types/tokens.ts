import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type TokensId = number;

export interface TokensRow {
  workspace_id: WorkspacesId;
  id: TokensId;
  name: string;
  hash: Buffer;
  admin_id: AdminsId;
  created_at: Date;
  revoked_at: Date | null;
  settings: boolean;
}