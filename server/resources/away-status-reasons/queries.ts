/** The SQL of away status reasons. */
import type { Db } from '../../db/pool.ts'
import type { AwayStatusReasonsRow } from '../../db/types/away_status_reasons.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** Deleted ones too, in their order. */
export const listReasons = (db: Db, workspaceId: number): Promise<AwayStatusReasonsRow[]> =>
  db<AwayStatusReasonsRow[]>`
    select * from away_status_reasons where workspace_id = ${workspaceId} order by position, id`

export async function findReason(
  db: Db,
  workspaceId: number,
  id: string | number,
): Promise<AwayStatusReasonsRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<AwayStatusReasonsRow[]>`
    select * from away_status_reasons where workspace_id = ${workspaceId} and id = ${number}`
  return row
}

/** @throws 404 not_found */
export async function getReason(db: Db, workspaceId: number, id: string): Promise<AwayStatusReasonsRow> {
  const row = await findReason(db, workspaceId, id)
  if (!row) throw notFound('resource')
  return row
}

/** It comes last. The workspace must be locked. */
export async function insertReason(
  db: Db,
  workspaceId: number,
  { label, emoji }: { label: string; emoji: string },
  now: Date,
): Promise<AwayStatusReasonsRow> {
  const [row] = await db<AwayStatusReasonsRow[]>`
    insert into away_status_reasons (workspace_id, label, emoji, position, created_at, updated_at)
    select ${workspaceId}::int, ${label}, ${emoji}, coalesce(max(position), 0) + 1, ${now}, ${now}
    from away_status_reasons where workspace_id = ${workspaceId} returning *`
  return row!
}

const CHANGEABLE = ['label', 'emoji', 'deleted', 'updated_at'] as const
type Changes = Partial<Pick<AwayStatusReasonsRow, (typeof CHANGEABLE)[number]>>

export async function updateReason(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Changes,
): Promise<AwayStatusReasonsRow> {
  const [row] = await db<AwayStatusReasonsRow[]>`
    update away_status_reasons set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}
