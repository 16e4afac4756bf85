import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';

export type FinSessionsId = number;

export interface FinSessionsRow {
  workspace_id: WorkspacesId;
  id: FinSessionsId;
  external_id: string;
  thread_id: ThreadsId;
  user_id: string;
  origin: string;
  status: string;
  asks_back: boolean;
  as_email: boolean;
  history: unknown;
  turn: number;
  quiet_at: Date | null;
  rating_asked_at: Date | null;
  rating_closes_at: Date | null;
  rating: number | null;
  rating_remark: string | null;
  escalated_thread_id: number | null;
  created_at: Date;
  updated_at: Date;
  said_by_others: unknown;
}