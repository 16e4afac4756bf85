import type { WorkspacesId } from './workspaces.ts';
import type { AudiencesId } from './audiences.ts';

export type AudienceMembersContactId = string;

export interface AudienceMembersRow {
  workspace_id: WorkspacesId;
  audience_id: AudiencesId;
  contact_id: AudienceMembersContactId;
}