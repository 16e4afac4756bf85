/** SQL of data attributes that a workspace created itself. */
import type { Db } from '../../db/pool.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { AttributeModel } from './check.ts'

export const listDataAttributes = (
  db: Db,
  workspaceId: number,
  models: AttributeModel[],
  withArchived: boolean,
): Promise<DataAttributesRow[]> => db<DataAttributesRow[]>`
  select * from data_attributes
  where workspace_id = ${workspaceId} and model = any(${models}) and (${withArchived} or not archived)
  order by id`

/** Facts for searches about the attributes in use with one of these names. */
export async function listAttributeTypes(
  db: Db,
  workspaceId: number,
  model: AttributeModel,
  names: string[],
): Promise<{ name: string; data_type: string }[]> {
  if (names.length === 0) return []
  return db`
    select name, data_type from data_attributes
    where workspace_id = ${workspaceId} and model = ${model} and name = any(${names}) and not archived`
}

/** @throws 404 field_not_found */
export async function getDataAttribute(db: Db, workspaceId: number, id: string): Promise<DataAttributesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<DataAttributesRow[]>`
          select * from data_attributes where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('data_attribute')
  return row
}

/**
 * True if people or companies have an attribute of the name; the two share one set of names. People also have those
 * that hold their links to custom objects.
 */
export async function findNamesake(
  db: Db,
  workspaceId: number,
  name: string,
): Promise<Pick<DataAttributesRow, 'model'> | undefined> {
  const [row] = await db<Pick<DataAttributesRow, 'model'>[]>`
    select model from data_attributes
    where workspace_id = ${workspaceId} and name = ${name} and model in ('contact', 'company')
    union all
    select related_to from custom_object_relationships
    where workspace_id = ${workspaceId} and related_name = ${name} and related_to = 'contact' limit 1`
  return row
}

export async function countActive(db: Db, workspaceId: number, model: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) from data_attributes where workspace_id = ${workspaceId} and model = ${model} and not archived`
  return row!.count
}

/** True if a segment's filter uses it. */
export async function hasDependents(
  db: Db,
  workspaceId: number,
  { model, name }: Pick<DataAttributesRow, 'model' | 'name'>,
): Promise<boolean> {
  const [row] = await db<{ found: boolean }[]>`
    select exists (
      select from segments
      where workspace_id = ${workspaceId} and (person_type = 'company') = ${model === 'company'}
        and jsonb_path_exists(
          filter, '$.** ? (@.field == $field)',
          jsonb_build_object('field', ${`custom_attributes.${name}`}::text))) as found`
  return model !== 'conversation' && row!.found
}

/** Columns that a change may write. */
const CHANGEABLE = [
  'name',
  'label',
  'description',
  'data_type',
  'messenger_writable',
  'ui_writable',
  'archived',
  'admin_id',
  'updated_at',
  'options',
  'required',
  'multiline',
  'visible_to_team_ids',
  'reference_cardinality',
  'reference_object_type',
] as const
type Changes = Partial<Pick<DataAttributesRow, (typeof CHANGEABLE)[number]>>

/** Columns that are left out have their defaults. */
type New = Changes & Pick<DataAttributesRow, 'model' | 'name' | 'label' | 'data_type' | 'created_at' | 'updated_at'>

export async function insertDataAttribute(db: Db, workspaceId: number, attribute: New): Promise<DataAttributesRow> {
  const { options = null } = attribute
  const row = { ...attribute, workspace_id: workspaceId, options: options && db.json(options) }
  const [made] = await db<DataAttributesRow[]>`
    insert into data_attributes ${db(row, 'workspace_id', 'model', 'created_at', ...CHANGEABLE)} returning *`
  return made!
}

export async function updateDataAttribute(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Changes & Pick<DataAttributesRow, 'updated_at'>,
): Promise<DataAttributesRow> {
  const { options } = changes
  const set = { ...changes, ...(options ? { options: db.json(options) } : {}) }
  const [row] = await db<DataAttributesRow[]>`
    update data_attributes set ${db(set, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}
