/** The SQL of teams. Deleted teams are excluded, except for references to them. */
import { fragment, type Db } from '../../db/pool.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { Member, TeamRow } from './team.ts'

const columns = fragment`
  t.*,
  coalesce((
    select json_agg(json_build_object('admin_id', m.admin_id, 'priority', m.priority) order by m.admin_id)
    from team_members m where m.workspace_id = t.workspace_id and m.team_id = t.id), '[]') as members`

export const listTeams = (db: Db, workspaceId: number): Promise<TeamRow[]> =>
  db<TeamRow[]>`
    select ${columns} from teams t where t.workspace_id = ${workspaceId} and t.deleted_at is null order by t.id`

/** @throws 404 team_not_found */
export async function getTeam(db: Db, workspaceId: number, id: string | number): Promise<TeamRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TeamRow[]>`
          select ${columns} from teams t
          where t.workspace_id = ${workspaceId} and t.id = ${number} and t.deleted_at is null`
  if (!row) throw notFound('team')
  return row
}

const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Nobody else changes its members before the transaction ends.
 * @throws 404 team_not_found, 409 conflict where another request is at it
 */
export async function lockTeam(db: Db, workspaceId: number, id: string): Promise<void> {
  const number = numberId(id)
  if (number === undefined) throw notFound('team')
  try {
    const rows = await db`
      select from teams
      where workspace_id = ${workspaceId} and id = ${number} and deleted_at is null for no key update nowait`
    if (rows.length === 0) throw notFound('team')
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    throw apiError(409, 'conflict', 'The members of this team are being changed by another request. Try again.')
  }
}

/** The admins among the ids, locked against removal until the transaction ends. */
export async function lockTeammates(db: Db, workspaceId: number, ids: number[]): Promise<Set<number>> {
  const rows = await db<{ id: number }[]>`
    select id from admins
    where workspace_id = ${workspaceId} and id = any(${ids}) and kind = 'admin' and removed_at is null
    order by id for share`
  return new Set(rows.map(({ id }) => id))
}

/** Replaces the members of a team. */
export async function updateMembers(db: Db, workspaceId: number, teamId: number, members: Member[]): Promise<void> {
  const ids = members.map(({ admin_id }) => admin_id)
  await db`
    delete from team_members
    where workspace_id = ${workspaceId} and team_id = ${teamId} and admin_id <> all(${ids})`
  if (members.length === 0) return
  await db`
    insert into team_members ${db(
      members.map((member) => ({ workspace_id: workspaceId, team_id: teamId, ...member })),
      'workspace_id',
      'team_id',
      'admin_id',
      'priority',
    )}
    on conflict (workspace_id, team_id, admin_id) do update set priority = excluded.priority
    where team_members.priority is distinct from excluded.priority`
}
