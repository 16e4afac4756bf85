import type { WorkspacesId } from './workspaces.ts';

export type SubscriptionTypesId = number;

export interface SubscriptionTypesRow {
  workspace_id: WorkspacesId;
  id: SubscriptionTypesId;
  state: string;
  consent_type: string;
  name: string;
  description: string;
  locale: string;
  translations: unknown;
  content_types: string[];
  created_at: Date;
}