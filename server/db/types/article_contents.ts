import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';
import type { AdminsId } from './admins.ts';

export type ArticleContentsLocale = string;

export interface ArticleContentsRow {
  workspace_id: WorkspacesId;
  article_id: ArticlesId;
  locale: ArticleContentsLocale;
  id: number;
  state: string;
  title: string;
  description: string;
  body: string;
  markdown: string;
  author_id: AdminsId;
  version_id: number;
  draft_version_id: number | null;
  audience_ids: number[] | null;
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  created_by_id: number | null;
  updated_by_id: number | null;
  created_at: Date;
  updated_at: Date;
}