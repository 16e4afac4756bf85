/** The SQL of admins. Removed admins are excluded, except for references to them. */
import { fragment, type Db } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { AdminRow } from './admin.ts'

export const adminColumns = fragment`
  a.*,
  array(select m.team_id from team_members m
    where m.workspace_id = a.workspace_id and m.admin_id = a.id order by 1) as team_ids,
  array(select m.team_id from team_members m
    where m.workspace_id = a.workspace_id and m.admin_id = a.id and m.priority = 'primary' order by 1) as primary_team_ids,
  array(select m.team_id from team_members m
    where m.workspace_id = a.workspace_id and m.admin_id = a.id and m.priority = 'secondary' order by 1) as secondary_team_ids`

export const listAdmins = (db: Db, workspaceId: number): Promise<AdminRow[]> =>
  db<AdminRow[]>`
    select ${adminColumns} from admins a where a.workspace_id = ${workspaceId} and a.removed_at is null order by a.id`

export async function findAdmin(db: Db, workspaceId: number, id: string | number): Promise<AdminRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<AdminRow[]>`
    select ${adminColumns} from admins a
    where a.workspace_id = ${workspaceId} and a.id = ${number} and a.removed_at is null`
  return row
}

/** Authors, including removed admins. */
export const listAuthors = (db: Db, workspaceId: number, ids: number[]): Promise<AdminRow[]> =>
  db<AdminRow[]>`
    select ${adminColumns} from admins a where a.workspace_id = ${workspaceId} and a.id = any(${ids}::bigint[])`

/** @throws 404 admin_not_found */
export async function getAdmin(db: Db, workspaceId: number, id: string | number): Promise<AdminRow> {
  const row = await findAdmin(db, workspaceId, id)
  if (!row) throw notFound('admin')
  return row
}

export interface AwayMode {
  away_mode_enabled: boolean
  away_mode_reassign: boolean
  away_status_reason_id: number | null
}

/** Moves an admin into or out of away mode; a bot is never away. */
export async function updateAwayMode(
  db: Db,
  workspaceId: number,
  id: string,
  away: AwayMode,
): Promise<AdminRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<AdminRow[]>`
    with a as (
      update admins set ${db(away, 'away_mode_enabled', 'away_mode_reassign', 'away_status_reason_id')}
      where workspace_id = ${workspaceId} and id = ${number} and kind = 'admin' and removed_at is null returning *)
    select ${adminColumns} from a`
  return row
}
