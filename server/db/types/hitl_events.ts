import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';

export type HitlEventsId = number;

export interface HitlEventsRow {
  workspace_id: WorkspacesId;
  id: HitlEventsId;
  thread_id: ThreadsId;
  event_type: string;
  data: unknown;
  happened_at: Date;
}