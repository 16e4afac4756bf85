export type EventsWorkspaceId = number;

export type EventsId = number;

export interface EventsRow {
  workspace_id: EventsWorkspaceId;
  id: EventsId;
  topic: string;
  item: unknown;
  created_at: Date;
  workflow_run_id: number | null;
}