/** The SQL of teams as the settings change them. Reads are in ../queries.ts. */
import type { Db } from '../../../db/pool.ts'
import type { TeamsRow } from '../../../db/types/teams.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'distribution_method', 'assignment_limit'] as const
type Changes = Partial<Pick<TeamsRow, (typeof CHANGEABLE)[number]>>

export async function insertTeam(
  db: Db,
  workspaceId: number,
  team: Changes & Pick<TeamsRow, 'name' | 'created_at'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into teams ${db({ ...team, workspace_id: workspaceId }, 'workspace_id', 'name', 'distribution_method', 'assignment_limit', 'created_at')} returning id`
  return row.id
}

export async function updateTeam(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await db`
    update teams set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** The row stays for what refers to it. */
export async function deleteTeam(db: Db, workspaceId: number, id: number, now: Date): Promise<void> {
  await db`delete from team_members where workspace_id = ${workspaceId} and team_id = ${id}`
  await db`update teams set deleted_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`
}
