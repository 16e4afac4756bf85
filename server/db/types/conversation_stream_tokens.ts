import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';

export type ConversationStreamTokensDigest = number;

export interface ConversationStreamTokensRow {
  workspace_id: WorkspacesId;
  digest: ConversationStreamTokensDigest;
  contact_id: ContactsId;
  expires_at: Date;
}