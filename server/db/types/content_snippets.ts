import type { WorkspacesId } from './workspaces.ts';

export type ContentSnippetsId = number;

export interface ContentSnippetsRow {
  workspace_id: WorkspacesId;
  id: ContentSnippetsId;
  title: string;
  locale: string;
  body: string;
  ai_chatbot_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  created_at: Date;
  updated_at: Date;
  created_by_id: number | null;
  updated_by_id: number | null;
}