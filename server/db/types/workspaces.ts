export type WorkspacesId = number;

export interface WorkspacesRow {
  id: WorkspacesId;

  app_id: string;

  name: string;

  time_zone: string;

  region: string;

  default_version: string | null;

  created_at: Date;
}

export interface WorkspacesInitializer {
  app_id: string;

  name: string;

  /** Default value: 'UTC'::text */
  time_zone?: string;

  /** Default value: 'US'::text */
  region?: string;

  default_version?: string | null;

  created_at: Date;
}

export interface WorkspacesMutator {
  app_id?: string;

  name?: string;

  time_zone?: string;

  region?: string;

  default_version?: string | null;

  created_at?: Date;
}