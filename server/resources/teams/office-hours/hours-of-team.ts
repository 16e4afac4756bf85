/** The schedule that holds for a team: its own, else the default one. */
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { listSchedules } from '../../office-hours/queries.ts'
import { presentSchedule } from '../../office-hours/schedule.ts'

/** @throws 404 where the workspace has no schedule */
export async function hoursOfTeam({ db, workspaceId }: Ctx, scheduleId: number | null) {
  const schedules = await listSchedules(db, workspaceId)
  const schedule = schedules.find(({ id }) => id === scheduleId) ?? schedules[0]
  if (!schedule) throw notFound('office_hours')
  return presentSchedule(schedule)
}
