/** The SQL of newsfeeds. */
import type { Db } from '../../db/pool.ts'
import type { NewsfeedsRow } from '../../db/types/newsfeeds.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** One page, oldest first, and how many there are. */
export async function listNewsfeeds(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: NewsfeedsRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<NewsfeedsRow[]>`
      select * from newsfeeds where workspace_id = ${workspaceId} order by id limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from newsfeeds where workspace_id = ${workspaceId}`,
  ])
  return { rows, total: count.total }
}

/** @throws 404 not_found */
export async function getNewsfeed(db: Db, workspaceId: number, id: string): Promise<NewsfeedsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<NewsfeedsRow[]>`select * from newsfeeds where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** The ids of newsfeeds among these. */
export async function listNewsfeedsByIds(db: Db, workspaceId: number, ids: number[]): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from newsfeeds where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])`
  return rows.map(({ id }) => id)
}
