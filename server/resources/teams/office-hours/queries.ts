/** The SQL of the office hours of teams. */
import type { Db } from '../../../db/pool.ts'

export async function updateTeamHours(
  db: Db,
  workspaceId: number,
  teamId: number,
  scheduleId: number | null,
): Promise<void> {
  await db`
    update teams set office_hours_schedule_id = ${scheduleId} where workspace_id = ${workspaceId} and id = ${teamId}`
}
