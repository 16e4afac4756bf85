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

export interface TokensInitializer {
  workspace_id: WorkspacesId;

  id?: TokensId;

  name: string;

  hash: Buffer;

  admin_id: AdminsId;

  created_at: Date;

  revoked_at?: Date | null;

  /** Default value: false */
  settings?: boolean;
}

export interface TokensMutator {
  workspace_id?: WorkspacesId;

  id?: TokensId;

  name?: string;

  hash?: Buffer;

  admin_id?: AdminsId;

  created_at?: Date;

  revoked_at?: Date | null;

  settings?: boolean;
}