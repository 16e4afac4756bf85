import type { WorkspacesId } from './workspaces.ts';
import type { ImportSourcesId } from './import_sources.ts';

export type ExternalPagesId = number;

export interface ExternalPagesRow {
  workspace_id: WorkspacesId;
  id: ExternalPagesId;
  source_id: ImportSourcesId;
  external_id: string;
  title: string;
  html: string;
  url: string | null;
  locale: string;
  ai_agent_availability: boolean;
  ai_copilot_availability: boolean;
  ai_sales_agent_availability: boolean;
  last_ingested_at: Date;
  created_at: Date;
  updated_at: Date;
  created_by_id: number | null;
  updated_by_id: number | null;
}