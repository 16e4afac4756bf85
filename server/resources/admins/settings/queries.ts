/** The SQL of admins as the settings change them. Reads are in ../queries.ts. */
import type { Db } from '../../../db/pool.ts'
import type { AdminsRow } from '../../../db/types/admins.ts'
import { apiError, notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'
import type { AdminRow } from '../admin.ts'
import { adminColumns } from '../queries.ts'

/** Includes removed admins. */
export const listAllAdmins = (db: Db, workspaceId: number): Promise<AdminRow[]> =>
  db<AdminRow[]>`select ${adminColumns} from admins a where a.workspace_id = ${workspaceId} order by a.id`

/** Includes removed admins. @throws 404 admin_not_found */
export async function getAnyAdmin(db: Db, workspaceId: number, id: string | number): Promise<AdminRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<AdminRow[]>`
          select ${adminColumns} from admins a where a.workspace_id = ${workspaceId} and a.id = ${number}`
  if (!row) throw notFound('admin')
  return row
}

/** A teammate, whom nobody else changes or removes before the transaction ends. @throws 404 admin_not_found */
export async function lockAdmin(db: Db, workspaceId: number, id: string | number): Promise<AdminsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<AdminsRow[]>`
          select * from admins
          where workspace_id = ${workspaceId} and id = ${number} and kind = 'admin' and removed_at is null
          for no key update`
  if (!row) throw notFound('admin')
  return row
}

/** The workspace must be locked. @throws 409 conflict where another admin has the email */
export async function refuseTakenEmail(db: Db, workspaceId: number, email: string, id: number | null): Promise<void> {
  const rows = await db`
    select from admins
    where workspace_id = ${workspaceId} and lower(email) = lower(${email}) and removed_at is null
      and id is distinct from ${id}::bigint`
  if (rows.length > 0) throw apiError(409, 'conflict', 'There is an admin with that email already', 'email')
}

export const countTeammates = async (db: Db, workspaceId: number): Promise<number> => {
  const [row] = await db<[{ count: number }]>`
    select count(*) from admins where workspace_id = ${workspaceId} and kind = 'admin' and removed_at is null`
  return row.count
}

/** The role that admins of the workspace have under that name, or else a new one. The workspace must be locked. */
export async function findOrMakeRoleId(db: Db, workspaceId: number, name: string): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select coalesce(
      (select role_id from admins where workspace_id = ${workspaceId} and role_name = ${name} order by id limit 1),
      nextval('role_ids')) as id`
  return row.id
}

/** Columns that a change may write. */
const CHANGEABLE = [
  'name',
  'email',
  'email_verified',
  'job_title',
  'avatar_url',
  'role_id',
  'role_name',
  'has_inbox_seat',
  'conversation_assignment_limit',
  'away_mode_enabled',
  'away_mode_reassign',
  'away_status_reason_id',
  'removed_at',
] as const
type Changes = Partial<Pick<AdminsRow, (typeof CHANGEABLE)[number]>>

export async function insertAdmin(
  db: Db,
  workspaceId: number,
  admin: Changes & Pick<AdminsRow, 'kind' | 'name' | 'email' | 'created_at'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into admins ${db({ ...admin, workspace_id: workspaceId }, 'workspace_id', 'kind', 'created_at', ...CHANGEABLE)} returning id`
  return row.id
}

export async function updateAdmin(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await db`
    update admins set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function removeFromTeams(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from team_members where workspace_id = ${workspaceId} and admin_id = ${id}`
}
