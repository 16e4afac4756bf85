import type { WorkspacesId } from './workspaces.ts';
import type { WebhooksId } from './webhooks.ts';

export type WebhookAttemptsId = number;

export interface WebhookAttemptsRow {
  workspace_id: WorkspacesId;
  webhook_id: WebhooksId;
  id: WebhookAttemptsId;
  notification_id: string | null;
  topic: string;
  attempt: number;
  delivered: boolean;
  status: number | null;
  error: string | null;
  duration_ms: number;
  attempted_at: Date;
}