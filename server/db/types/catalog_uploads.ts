import type { WorkspacesId } from './workspaces.ts';
import type { EcommerceConnectorsId } from './ecommerce_connectors.ts';
import type { BulkJobsId } from './bulk_jobs.ts';

export type CatalogUploadsId = number;

export interface CatalogUploadsRow {
  workspace_id: WorkspacesId;
  id: CatalogUploadsId;
  connector_id: EcommerceConnectorsId;
  job_id: BulkJobsId;
  state: string;
  next_part_number: number;
  first_part_hash: string;
  created_at: Date;
  updated_at: Date;
  completed_at: Date | null;
  byte_count: number;
  failure: string | null;
}