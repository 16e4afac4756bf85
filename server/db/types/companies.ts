import type { WorkspacesId } from './workspaces.ts';
import type { PlansId } from './plans.ts';

export type CompaniesId = string;

export interface CompaniesRow {
  workspace_id: WorkspacesId;
  id: CompaniesId;
  company_id: string;
  name: string | null;
  website: string | null;
  industry: string | null;
  size: number | null;
  monthly_spend: number;
  plan_id: PlansId | null;
  session_count: number;
  user_count: number;
  remote_created_at: Date | null;
  last_request_at: Date | null;
  created_at: Date;
  updated_at: Date;
  custom_attributes: unknown;
  tag_ids: number[];
  note_ids: number[];
  deleted_at: Date | null;
}