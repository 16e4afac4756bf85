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

export interface SubscriptionTypesInitializer {
  workspace_id: WorkspacesId;

  id?: SubscriptionTypesId;

  /** Default value: 'live'::text */
  state?: string;

  consent_type: string;

  name: string;

  description: string;

  /** Default value: 'en'::text */
  locale?: string;

  /** Default value: '[]'::jsonb */
  translations?: unknown;

  /** Default value: '{email}'::text[] */
  content_types?: string[];

  created_at: Date;
}

export interface SubscriptionTypesMutator {
  workspace_id?: WorkspacesId;

  id?: SubscriptionTypesId;

  state?: string;

  consent_type?: string;

  name?: string;

  description?: string;

  locale?: string;

  translations?: unknown;

  content_types?: string[];

  created_at?: Date;
}