import type { WorkspacesId } from './workspaces.ts';
import type { DataConnectorsId } from './data_connectors.ts';
import type { ThreadsId } from './threads.ts';

export type DataConnectorExecutionsId = number;

export interface DataConnectorExecutionsRow {
  workspace_id: WorkspacesId;
  id: DataConnectorExecutionsId;
  connector_id: DataConnectorsId;
  success: boolean;
  http_status: number | null;
  http_method: string;
  error_type: string | null;
  error_message: string | null;
  execution_time_ms: number | null;
  external_time_ms: number | null;
  response_bytes: number | null;
  source_type: string | null;
  source_id: string | null;
  conversation_id: ThreadsId | null;
  request_url: string | null;
  request_body: string | null;
  response_body: string | null;
  raw_response_body: string | null;
  created_at: Date;
}