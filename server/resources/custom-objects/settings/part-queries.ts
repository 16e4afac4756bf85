/** The SQL of what types of custom objects are made of: attributes and relationships, and the names they take. */
import type { Db } from '../../../db/pool.ts'
import type { CustomObjectAttributesRow } from '../../../db/types/custom_object_attributes.ts'
import type { CustomObjectRelationshipsRow } from '../../../db/types/custom_object_relationships.ts'

type NewAttribute = Pick<
  CustomObjectAttributesRow,
  'type_id' | 'name' | 'label' | 'description' | 'data_type' | 'options' | 'created_at' | 'updated_at'
>

/** Columns that a change may write. */
const CHANGEABLE = ['label', 'description', 'options', 'updated_at'] as const
type Changes = Partial<Pick<CustomObjectAttributesRow, (typeof CHANGEABLE)[number]>>

export async function insertAttribute(db: Db, workspaceId: number, attribute: NewAttribute): Promise<void> {
  await db`insert into custom_object_attributes ${db({ ...attribute, workspace_id: workspaceId }, 'workspace_id', 'type_id', 'name', 'label', 'description', 'data_type', 'options', 'created_at', 'updated_at')}`
}

export async function updateAttribute(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update custom_object_attributes set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteAttribute(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from custom_object_attributes where workspace_id = ${workspaceId} and id = ${id}`
}

export async function insertRelationship(
  db: Db,
  workspaceId: number,
  relationship: Omit<CustomObjectRelationshipsRow, 'workspace_id' | 'id'>,
): Promise<void> {
  await db`insert into custom_object_relationships ${db({ ...relationship, workspace_id: workspaceId }, 'workspace_id', 'type_id', 'name', 'related_to', 'related_type_id', 'related_name', 'cardinality', 'created_at')}`
}

export async function deleteRelationship(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from custom_object_relationships where workspace_id = ${workspaceId} and id = ${id}`
}

/** True if objects of a type have the name, as an attribute of their own or as a relationship from another type. */
export async function isTakenOnType(db: Db, workspaceId: number, typeId: number, name: string): Promise<boolean> {
  const rows = await db`
    select from custom_object_attributes
    where workspace_id = ${workspaceId} and type_id = ${typeId} and name = ${name}
    union all
    select from custom_object_relationships
    where workspace_id = ${workspaceId}
      and ((type_id = ${typeId} and name = ${name}) or (related_type_id = ${typeId} and related_name = ${name}))`
  return rows.length > 0
}
