import type { WorkspacesId } from './workspaces.ts';

export type WebhooksId = number;

export interface WebhooksRow {
  workspace_id: WorkspacesId;
  id: WebhooksId;
  url: string;
  description: string | null;
  topics: string[];
  api_version: string | null;
  active: boolean;
  off_reason: string | null;
  secret: Buffer;
  fanned_out_to: number;
  paused_until: Date | null;
  throttles: number;
  failures: number;
  failures_since: Date | null;
  failing_since: Date | null;
  created_at: Date;
  updated_at: Date;
}