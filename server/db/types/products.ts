import type { WorkspacesId } from './workspaces.ts';
import type { EcommerceConnectorsId } from './ecommerce_connectors.ts';

export type ProductsId = string;

export interface ProductsRow {
  workspace_id: WorkspacesId;
  connector_id: EcommerceConnectorsId;
  id: ProductsId;
  details: unknown;
  upload_id: number;
  created_at: Date;
  updated_at: Date;
}