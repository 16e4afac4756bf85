import type { WorkspacesId } from './workspaces.ts';
import type { CustomObjectTypesId } from './custom_object_types.ts';

export type CustomObjectInstancesId = number;

export interface CustomObjectInstancesRow {
  workspace_id: WorkspacesId;
  id: CustomObjectInstancesId;
  type_id: CustomObjectTypesId;
  external_id: string | null;
  external_created_at: Date | null;
  external_updated_at: Date | null;
  custom_attributes: unknown;
  created_at: Date;
  updated_at: Date;
}