/** The SQL of activity logs. */
import { fragment, type Db } from '../../db/pool.ts'
import type { ActivityLogsRow } from '../../db/types/activity_logs.ts'
import type { ActivityLogRow } from './activity-log.ts'

export type NewActivityLog = Omit<ActivityLogsRow, 'workspace_id' | 'id'>

export async function insertActivityLog(db: Db, workspaceId: number, log: NewActivityLog): Promise<ActivityLogRow> {
  const [row] = await db<[ActivityLogRow]>`
    with made as (
      insert into activity_logs ${db({ workspace_id: workspaceId, ...log }, 'workspace_id', 'public_id', 'activity_type', 'admin_id', 'ip', 'description', 'metadata', 'created_at')}
      returning *)
    select made.*, a.email from made
    join admins a on a.workspace_id = made.workspace_id and a.id = made.admin_id`
  return row
}

/** Includes removed admins and the bot. */
export async function getNameOfAdmin(db: Db, workspaceId: number, id: number): Promise<string> {
  const [row] = await db<[{ name: string }]>`
    select name from admins where workspace_id = ${workspaceId} and id = ${id}`
  return row.name
}

export interface Filter {
  /** Inclusive, both. */
  after: Date
  before: Date
  /** Undefined for all. */
  types: string[] | undefined
}

const matching = (workspaceId: number, { after, before, types }: Filter) => fragment`
  l.workspace_id = ${workspaceId} and l.created_at >= ${after} and l.created_at <= ${before}
  ${types === undefined ? fragment`` : fragment`and l.activity_type = any(${types}::text[])`}`

/** Newest first. */
export const listActivityLogs = (
  db: Db,
  workspaceId: number,
  filter: Filter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ActivityLogRow[]> =>
  db<ActivityLogRow[]>`
    select l.*, a.email from activity_logs l join admins a on a.workspace_id = l.workspace_id and a.id = l.admin_id
    where ${matching(workspaceId, filter)}
    order by l.created_at desc, l.id desc limit ${limit} offset ${offset}`

export async function countActivityLogs(db: Db, workspaceId: number, filter: Filter): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*) as count from activity_logs l where ${matching(workspaceId, filter)}`
  return row.count
}
