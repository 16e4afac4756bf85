export type WorkspacesId = number;

export interface WorkspacesRow {
  id: WorkspacesId;
  app_id: string;
  name: string;
  time_zone: string;
  region: string;
  default_version: string | null;
  created_at: Date;
  email_copies: boolean;
}