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

  options: string[] | null;

  messenger_writable: boolean;

  ui_writable: boolean;

  archived: boolean;

  admin_id: AdminsId | null;

  created_at: Date;

  updated_at: Date;
}

export interface DataAttributesInitializer {
  workspace_id: WorkspacesId;

  id?: DataAttributesId;

  model: string;

  name: string;

  label: string;

  description?: string | null;

  data_type: string;

  options?: string[] | null;

  /** Default value: false */
  messenger_writable?: boolean;

  /** Default value: true */
  ui_writable?: boolean;

  /** Default value: false */
  archived?: boolean;

  admin_id?: AdminsId | null;

  created_at: Date;

  updated_at: Date;
}

export interface DataAttributesMutator {
  workspace_id?: WorkspacesId;

  id?: DataAttributesId;

  model?: string;

  name?: string;

  label?: string;

  description?: string | null;

  data_type?: string;

  options?: string[] | null;

  messenger_writable?: boolean;

  ui_writable?: boolean;

  archived?: boolean;

  admin_id?: AdminsId | null;

  created_at?: Date;

  updated_at?: Date;
}