/** The SQL of macros as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { MacrosRow } from '../../../db/types/macros.ts'
import { notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

export const listAllMacros = (db: Db, workspaceId: number): Promise<MacrosRow[]> =>
  db<MacrosRow[]>`select * from macros where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getMacro(db: Db, workspaceId: number, id: string): Promise<MacrosRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<MacrosRow[]>`select * from macros where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('macro')
  return row
}

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'body', 'visible_to', 'visible_to_team_ids', 'available_on', 'updated_at'] as const
type Changes = Partial<Pick<MacrosRow, (typeof CHANGEABLE)[number]>>

export async function insertMacro(
  db: Db,
  workspaceId: number,
  macro: Omit<MacrosRow, 'workspace_id' | 'id'>,
): Promise<MacrosRow> {
  const [row] = await db<[MacrosRow]>`
    insert into macros ${db({ ...macro, workspace_id: workspaceId }, 'workspace_id', 'created_at', ...CHANGEABLE)} returning *`
  return row
}

export async function updateMacro(db: Db, workspaceId: number, id: number, changes: Changes): Promise<MacrosRow> {
  const [row] = await db<[MacrosRow]>`
    update macros set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row
}

export async function deleteMacro(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from macros where workspace_id = ${workspaceId} and id = ${id}`
}

/** The ids of teams among these. */
export async function listTeamIds(db: Db, workspaceId: number, ids: number[]): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from teams
    where workspace_id = ${workspaceId} and id = any(${ids}::bigint[]) and deleted_at is null order by id`
  return rows.map(({ id }) => id)
}
