import type { WorkspacesId } from './workspaces.ts';
import type { FinSessionsId } from './fin_sessions.ts';

export type FinStreamTokensDigest = number;

export interface FinStreamTokensRow {
  workspace_id: WorkspacesId;
  digest: FinStreamTokensDigest;
  session_id: FinSessionsId;
  after_event_id: number;
  version: string;
  expires_at: Date;
}