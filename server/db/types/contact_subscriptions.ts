import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';
import type { SubscriptionTypesId } from './subscription_types.ts';

export interface ContactSubscriptionsRow {
  workspace_id: WorkspacesId;
  contact_id: ContactsId;
  subscription_type_id: SubscriptionTypesId;
  consent_type: string;
  created_at: Date;
}