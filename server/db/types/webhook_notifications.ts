import type { WorkspacesId } from './workspaces.ts';
import type { WebhooksId } from './webhooks.ts';

export type WebhookNotificationsId = string;

export interface WebhookNotificationsRow {
  workspace_id: WorkspacesId;
  webhook_id: WebhooksId;
  id: WebhookNotificationsId;
  event_id: number | null;
  topic: string;
  state: string;
  attempts: number;
  failures: number;
  first_sent_at: Date | null;
  created_at: Date;
}