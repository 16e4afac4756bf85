/** The SQL of the types of custom objects. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { CustomObjectTypesRow } from '../../../db/types/custom_object_types.ts'
import { apiError, notFound } from '../../../http/errors.ts'
import type { TypeRow } from './custom-object-type.ts'

const columns = fragment`
  t.*,
  coalesce((
    select json_agg(a order by a.id) from custom_object_attributes a
    where a.workspace_id = t.workspace_id and a.type_id = t.id), '[]') as attributes,
  coalesce((
    select json_agg(to_jsonb(r) || jsonb_build_object('related_type', o.identifier) order by r.id)
    from custom_object_relationships r
    left join custom_object_types o on o.workspace_id = r.workspace_id and o.id = r.related_type_id
    where r.workspace_id = t.workspace_id and r.type_id = t.id), '[]') as relationships`

export const listTypes = (db: Db, workspaceId: number): Promise<TypeRow[]> =>
  db<TypeRow[]>`select ${columns} from custom_object_types t where t.workspace_id = ${workspaceId} order by t.id`

/** By its identifier, in whatever letter case. */
export async function findType(db: Db, workspaceId: number, identifier: string): Promise<TypeRow | undefined> {
  const [row] = await db<TypeRow[]>`
    select ${columns} from custom_object_types t
    where t.workspace_id = ${workspaceId} and lower(t.identifier) = lower(${identifier})`
  return row
}

/** @throws 404 not_found */
export async function getType(db: Db, workspaceId: number, identifier: string): Promise<TypeRow> {
  const row = await findType(db, workspaceId, identifier)
  if (!row) throw notFound('resource')
  return row
}

export async function countTypes(db: Db, workspaceId: number): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*) from custom_object_types where workspace_id = ${workspaceId}`
  return row.count
}

type New = Pick<CustomObjectTypesRow, 'identifier' | 'name' | 'description' | 'created_at' | 'updated_at'>

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'description', 'updated_at'] as const
type Changes = Partial<Pick<CustomObjectTypesRow, (typeof CHANGEABLE)[number]>>

export async function insertType(db: Db, workspaceId: number, type: New): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into custom_object_types ${db({ ...type, workspace_id: workspaceId }, 'workspace_id', 'identifier', 'created_at', ...CHANGEABLE)} returning id`
  return row.id
}

export async function updateType(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update custom_object_types set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}

/** With its attributes and its relationships. @throws 409 conflict where another type leads to it */
export async function deleteType(db: Db, workspaceId: number, id: number): Promise<void> {
  const [needing] = await db<{ identifier: string }[]>`
    select t.identifier from custom_object_relationships r
    join custom_object_types t on t.workspace_id = r.workspace_id and t.id = r.type_id
    where r.workspace_id = ${workspaceId} and r.related_type_id = ${id} and r.type_id <> ${id} order by r.id limit 1`
  if (needing) throw apiError(409, 'conflict', `${needing.identifier} has a relationship to it`)
  await db`delete from custom_object_types where workspace_id = ${workspaceId} and id = ${id}`
}
