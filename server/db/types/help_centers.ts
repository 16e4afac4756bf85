import type { WorkspacesId } from './workspaces.ts';

export type HelpCentersId = number;

export interface HelpCentersRow {
  workspace_id: WorkspacesId;
  id: HelpCentersId;
  identifier: string;
  display_name: string;
  website_turned_on: boolean;
  custom_domain: string | null;
  is_default: boolean;
  locales: string[];
  created_at: Date;
  updated_at: Date;
  logo_url: string | null;
  logo_dark_url: string | null;
  accent_color: string | null;
  accent_color_dark: string | null;
  theme: string;
  header_texts: unknown;
}