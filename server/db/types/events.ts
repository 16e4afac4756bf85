export type EventsWorkspaceId = number;

export type EventsId = number;

export interface EventsRow {
  workspace_id: EventsWorkspaceId;

  id: EventsId;

  topic: string;

  item: unknown;

  created_at: Date;
}

export interface EventsInitializer {
  workspace_id: EventsWorkspaceId;

  topic: string;

  item: unknown;

  created_at: Date;
}

export interface EventsMutator {
  workspace_id?: EventsWorkspaceId;

  topic?: string;

  item?: unknown;

  created_at?: Date;
}