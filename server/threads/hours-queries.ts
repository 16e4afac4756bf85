/** The SQL of the schedules of office hours that are and were in force, as statistics read them. */
import { fragment, type Db } from '../db/pool.ts'
import type { HoursInForce } from '../hours/in-force.ts'

const row = fragment`json_build_object(
  'id', h.id, 'team_id', h.team_id, 'since', round(extract(epoch from h.since) * 1000), 'schedule', h.schedule)`

/** A column for the table `threads`: the hours of the workspace and of the assigned team as they are now. */
export const currentHours = fragment`(
  select coalesce(json_agg(newest.row), '[]') from (
    (select ${row} as row from office_hours_in_force h
      where h.workspace_id = threads.workspace_id and h.team_id is null
      order by h.since desc, h.id desc limit 1)
    union all
    (select ${row} as row from office_hours_in_force h
      where h.workspace_id = threads.workspace_id and h.team_id = threads.team_assignee_id
      order by h.since desc, h.id desc limit 1)) newest) as office_hours`

/** All hours that were ever in force, by their times: for a recount of a thread. */
export async function listHoursInForce(db: Db, workspaceId: number): Promise<HoursInForce[]> {
  const rows = await db<{ row: HoursInForce }[]>`
    select ${row} as row from office_hours_in_force h where h.workspace_id = ${workspaceId} order by h.since, h.id`
  return rows.map((one) => one.row)
}
