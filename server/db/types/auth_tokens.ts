import type { WorkspacesId } from './workspaces.ts';

export type AuthTokensId = number;

export interface AuthTokensRow {
  workspace_id: WorkspacesId;
  id: AuthTokensId;
  name: string;
  description: string | null;
  token_type: string;
  request_header_key: string | null;
  token_prefix: string | null;
  credentials: Buffer;
  created_at: Date;
  updated_at: Date;
  domain: string | null;
}