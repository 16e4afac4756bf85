import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type NewsItemsId = number;

export interface NewsItemsRow {
  workspace_id: WorkspacesId;
  id: NewsItemsId;
  title: string;
  body: string;
  sender_id: AdminsId;
  state: string;
  labels: string[];
  reactions: string[];
  cover_image_url: string | null;
  deliver_silently: boolean;
  created_at: Date;
  updated_at: Date;
}