import type { WorkspacesId } from './workspaces.ts';
import type { DataConnectorsId } from './data_connectors.ts';
import type { AdminsId } from './admins.ts';

export type DataConnectorVersionsId = number;

export interface DataConnectorVersionsRow {
  workspace_id: WorkspacesId;
  id: DataConnectorVersionsId;
  connector_id: DataConnectorsId;
  name: string;
  description: string | null;
  internal_description: string | null;
  http_method: string;
  url: string | null;
  body: string;
  header_names: string[];
  header_values: Buffer | null;
  direct_fin_usage: boolean;
  audiences: string[];
  data_inputs: unknown;
  mock_response: unknown | null;
  response_fields: unknown;
  customer_authentication: boolean;
  bypass_authentication: boolean;
  validate_missing_attributes: boolean | null;
  note: string | null;
  author_admin_id: AdminsId | null;
  created_at: Date;
  published_at: Date | null;
  token_ids: number[];
}