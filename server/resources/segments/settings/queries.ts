/** The SQL of segments as the settings change them, those of people and those of companies. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { SegmentsRow } from '../../../db/types/segments.ts'
import { apiError, notFound } from '../../../http/errors.ts'
import { hexId, isHexId } from '../../../ids.ts'
import type { Condition } from '../../../search/row-conditions.ts'

export const listSegments = (db: Db, workspaceId: number): Promise<SegmentsRow[]> =>
  db<SegmentsRow[]>`select * from segments where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getSegment(db: Db, workspaceId: number, id: string): Promise<SegmentsRow> {
  const [row] = isHexId(id)
    ? await db<SegmentsRow[]>`select * from segments where workspace_id = ${workspaceId} and id = ${id}`
    : []
  if (!row) throw notFound('resource')
  return row
}

/** The ids that are segments of people. */
export async function listIds(db: Db, workspaceId: number, ids: string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from segments where workspace_id = ${workspaceId} and id = any(${ids}) and person_type <> 'company'`
  return rows.map(({ id }) => id)
}

interface Columns {
  name: string
  person_type: string
  filter: unknown
}

/** @returns the id */
export async function insertSegment(db: Db, workspaceId: number, segment: Columns, now: Date): Promise<string> {
  const id = hexId(now)
  const { name, person_type, filter } = segment
  await db`
    insert into segments (workspace_id, id, name, person_type, filter, created_at, updated_at)
    values (${workspaceId}, ${id}, ${name}, ${person_type}, ${filter}::jsonb, ${now}, ${now})`
  return id
}

export async function updateSegment(
  db: Db,
  workspaceId: number,
  id: string,
  segment: Columns,
  now: Date,
): Promise<void> {
  const { name, person_type, filter } = segment
  await db`
    update segments set name = ${name}, person_type = ${person_type}, filter = ${filter}::jsonb, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteSegment(db: Db, workspaceId: number, id: string): Promise<void> {
  await db`delete from segments where workspace_id = ${workspaceId} and id = ${id}`
}

/** @throws 409 conflict where another segment's filter asks for it */
export async function refuseNeeded(db: Db, workspaceId: number, id: string): Promise<void> {
  const [needing] = await db<{ name: string }[]>`
    select name from segments
    where workspace_id = ${workspaceId} and id <> ${id} and jsonb_path_exists(
      filter, '$.** ? (@.field == "segment_id" && (@.value == $id || @.value[*] == $id))',
      jsonb_build_object('id', ${id}::text))
    order by id limit 1`
  if (needing) throw apiError(409, 'conflict', `The segment "${needing.name}" is defined by this one`)
}

/** Contacts that lists show. */
const SHOWN = {
  contacts: fragment`contacts.listed`,
  companies: fragment`companies.deleted_at is null and companies.user_count > 0`,
}

const tableOf = (personType: string) => (personType === 'company' ? 'companies' : 'contacts')

export async function countMatches(
  db: Db,
  workspaceId: number,
  personType: string,
  { sql }: Condition,
): Promise<number> {
  const table = tableOf(personType)
  const [row] = await db<[{ count: number }]>`
    select count(*) from ${db(table)} where workspace_id = ${workspaceId} and ${SHOWN[table]} and ${sql}`
  return row.count
}

/** Some of them, the newest first. */
export function listMatches(
  db: Db,
  workspaceId: number,
  personType: string,
  { sql }: Condition,
  limit: number,
): Promise<{ id: string; name: string | null }[]> {
  const table = tableOf(personType)
  return db<{ id: string; name: string | null }[]>`
    select id, name from ${db(table)} where workspace_id = ${workspaceId} and ${SHOWN[table]} and ${sql}
    order by created_at desc, id desc limit ${limit}`
}
