import type { WorkspacesId } from './workspaces.ts';
import type { CustomObjectTypesId } from './custom_object_types.ts';

export type CustomObjectRelationshipsId = number;

export interface CustomObjectRelationshipsRow {
  workspace_id: WorkspacesId;
  id: CustomObjectRelationshipsId;
  type_id: CustomObjectTypesId;
  name: string;
  related_to: string;
  related_type_id: CustomObjectTypesId | null;
  related_name: string;
  cardinality: string;
  created_at: Date;
}