import type { WorkspacesId } from './workspaces.ts';
import type { FinSessionsId } from './fin_sessions.ts';
import type { ContactsId } from './contacts.ts';

export type FinTurnsNumber = number;

export interface FinTurnsRow {
  workspace_id: WorkspacesId;
  session_id: FinSessionsId;
  number: FinTurnsNumber;
  body: string;
  said_at: string | null;
  attempts: number;
  created_at: Date;
  answered_at: Date | null;
  contact_id: ContactsId | null;
}