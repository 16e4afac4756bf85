/** The SQL of custom objects. */
import { fragment, type Db } from '../../db/pool.ts'
import type { CustomObjectInstancesRow } from '../../db/types/custom_object_instances.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { InstanceRow } from './instance.ts'

const columns = fragment`
  i.*, (
    select identifier from custom_object_types t where t.workspace_id = i.workspace_id and t.id = i.type_id) as identifier`

export const listInstancesByIds = (db: Db, workspaceId: number, ids: number[]): Promise<InstanceRow[]> =>
  db<InstanceRow[]>`
    select ${columns} from custom_object_instances i
    where i.workspace_id = ${workspaceId} and i.id = any(${ids}::bigint[])`

/** By its id, or by the id that it has elsewhere. The id goes first. @throws 404 not_found */
export async function getInstance(db: Db, workspaceId: number, typeId: number, id: string): Promise<InstanceRow> {
  const [row] = await db<InstanceRow[]>`
    select ${columns} from custom_object_instances i
    where i.workspace_id = ${workspaceId} and i.type_id = ${typeId}
      and (i.id = ${numberId(id) ?? null}::bigint or i.external_id = ${id})
    order by i.id = ${numberId(id) ?? null}::bigint desc nulls last limit 1`
  return found(row)
}

/** @throws 404 not_found */
export async function getByExternalId(
  db: Db,
  workspaceId: number,
  typeId: number,
  externalId: string,
): Promise<InstanceRow> {
  const [row] = await db<InstanceRow[]>`
    select ${columns} from custom_object_instances i
    where i.workspace_id = ${workspaceId} and i.type_id = ${typeId} and i.external_id = ${externalId}`
  return found(row)
}

function found(row: InstanceRow | undefined): InstanceRow {
  if (!row) throw notFound('custom_object')
  return row
}

/** One page, newest first, and how many there are. @param ids the only ones to show; null for all */
export async function listInstances(
  db: Db,
  workspaceId: number,
  typeId: number,
  ids: number[] | null,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: InstanceRow[]; total: number }> {
  const which = fragment`
    i.workspace_id = ${workspaceId} and i.type_id = ${typeId}
    ${ids === null ? fragment`` : fragment`and i.id = any(${ids}::bigint[])`}`
  const [rows, [count]] = await Promise.all([
    db<InstanceRow[]>`
      select ${columns} from custom_object_instances i where ${which} order by i.id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from custom_object_instances i where ${which}`,
  ])
  return { rows, total: count.total }
}

type New = Omit<CustomObjectInstancesRow, 'workspace_id' | 'id'>

/** Columns that a change may write. */
const CHANGEABLE = ['external_created_at', 'external_updated_at', 'custom_attributes', 'updated_at'] as const
export type InstanceChanges = Partial<Pick<New, (typeof CHANGEABLE)[number]>>

/** The object that has the external id, locked until the transaction ends. */
export async function lockByExternalId(
  db: Db,
  workspaceId: number,
  typeId: number,
  externalId: string,
): Promise<CustomObjectInstancesRow | undefined> {
  const [row] = await db<CustomObjectInstancesRow[]>`
    select * from custom_object_instances
    where workspace_id = ${workspaceId} and type_id = ${typeId} and external_id = ${externalId} for update`
  return row
}

/** Undefined where another transaction was quicker to give the external id away. */
export async function insertInstance(db: Db, workspaceId: number, instance: New): Promise<number | undefined> {
  const [row] = await db<{ id: number }[]>`
    insert into custom_object_instances ${db({ ...instance, workspace_id: workspaceId }, 'workspace_id', 'type_id', 'external_id', 'created_at', ...CHANGEABLE)}
    on conflict (workspace_id, type_id, external_id) do nothing returning id`
  return row?.id
}

export async function updateInstance(db: Db, workspaceId: number, id: number, changes: InstanceChanges): Promise<void> {
  await db`
    update custom_object_instances set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteInstance(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from custom_object_instances where workspace_id = ${workspaceId} and id = ${id}`
}

/** Removes the values of an attribute that is about to end. */
export const forgetValues = async (db: Db, workspaceId: number, typeId: number, name: string): Promise<void> =>
  void (await db`
    update custom_object_instances set custom_attributes = custom_attributes - ${name}::text
    where workspace_id = ${workspaceId} and type_id = ${typeId} and custom_attributes ? ${name}`)
