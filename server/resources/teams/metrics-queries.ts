/** The SQL of the metrics of teams. */
import type { Db } from '../../db/pool.ts'

export interface MetricRow {
  admin_id: number
  open: number
  idle: number
  snoozed: number
}

/** Conversations by the admin that they are assigned to; admins without any have zeros. */
export const listTeamMetrics = (
  db: Db,
  workspaceId: number,
  adminIds: number[],
  idleSince: Date,
): Promise<MetricRow[]> =>
  db<MetricRow[]>`
    select asked.id as admin_id,
      count(*) filter (where t.state = 'open') as open,
      count(*) filter (where t.state = 'open' and t.waiting_since < ${idleSince}) as idle,
      count(*) filter (where t.state = 'snoozed') as snoozed
    from unnest(${adminIds}::bigint[]) as asked (id)
    left join threads t on t.workspace_id = ${workspaceId} and t.admin_assignee_id = asked.id and t.listed
      and t.state <> 'closed'
    group by asked.id order by asked.id`
