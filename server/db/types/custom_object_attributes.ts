import type { WorkspacesId } from './workspaces.ts';
import type { CustomObjectTypesId } from './custom_object_types.ts';

export type CustomObjectAttributesId = number;

export interface CustomObjectAttributesRow {
  workspace_id: WorkspacesId;
  id: CustomObjectAttributesId;
  type_id: CustomObjectTypesId;
  name: string;
  label: string;
  description: string | null;
  data_type: string;
  options: string[] | null;
  created_at: Date;
  updated_at: Date;
}