import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type DataAttributesId = number;

export interface DataAttributesRow {
  workspace_id: WorkspacesId;
  id: DataAttributesId;
  model: string;
  name: string;
  label: string;
  description: string | null;
  data_type: string;
  messenger_writable: boolean;
  ui_writable: boolean;
  archived: boolean;
  admin_id: AdminsId | null;
  created_at: Date;
  updated_at: Date;
  options: unknown | null;
  required: boolean;
  multiline: boolean;
  visible_to_team_ids: number[];
  reference_cardinality: string | null;
  reference_object_type: string | null;
}