/** The SQL of audiences. Content that is meant for them is linked in content-audiences.ts. */
import type { Db } from '../../db/pool.ts'
import type { AudiencesRow } from '../../db/types/audiences.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { Predicates } from './predicates.ts'

/** One page, oldest first, and the number of all. */
export async function listAudiences(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: AudiencesRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<AudiencesRow[]>`
      select * from audiences where workspace_id = ${workspaceId} order by id limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from audiences where workspace_id = ${workspaceId}`,
  ])
  return { rows, total: count.total }
}

/** All of them, oldest first. */
export const listAllAudiences = (db: Db, workspaceId: number): Promise<AudiencesRow[]> => db<AudiencesRow[]>`
  select * from audiences where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getAudience(db: Db, workspaceId: number, id: string): Promise<AudiencesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<AudiencesRow[]>`select * from audiences where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

interface Columns extends Predicates {
  name: string
}

export async function insertAudience(
  db: Db,
  workspaceId: number,
  { name, predicates, role_predicates }: Columns,
  now: Date,
): Promise<AudiencesRow> {
  const [row] = await db<[AudiencesRow]>`
    insert into audiences (workspace_id, name, predicates, role_predicates, created_at, updated_at)
    values (${workspaceId}, ${name}, ${predicates as never}::jsonb, ${role_predicates as never}::jsonb, ${now}, ${now})
    returning *`
  return row
}

export async function updateAudience(
  db: Db,
  workspaceId: number,
  id: number,
  { name, predicates, role_predicates }: Columns,
  now: Date,
): Promise<AudiencesRow> {
  const [row] = await db<[AudiencesRow]>`
    update audiences
    set name = ${name}, predicates = ${predicates as never}::jsonb,
      role_predicates = ${role_predicates as never}::jsonb, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row
}

export async function deleteAudience(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from audiences where workspace_id = ${workspaceId} and id = ${id}`
  await db`
    update article_contents set audience_ids = array_remove(audience_ids, ${id}::bigint)
    where workspace_id = ${workspaceId} and ${id}::bigint = any(audience_ids)`
}
