import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';
import type { FoldersId } from './folders.ts';

export type InternalArticlesId = number;

export interface InternalArticlesRow {
  workspace_id: WorkspacesId;
  id: InternalArticlesId;
  title: string;
  body: string | null;
  author_id: AdminsId;
  owner_id: AdminsId;
  locale: string;
  folder_id: FoldersId | null;
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  created_at: Date;
  updated_at: Date;
  created_by_id: number | null;
  updated_by_id: number | null;
}