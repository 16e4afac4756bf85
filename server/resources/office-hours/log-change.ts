/** Records changes of office hours in the activity log. */
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { isUnchanged, logActivity } from '../activity-logs/log-activity.ts'
import type { OfficeHoursException } from './exception.ts'
import type { OfficeHoursSchedule } from './schedule.ts'

type Shown = Static<typeof OfficeHoursSchedule> | Static<typeof OfficeHoursException>

/** @param before null for what is created. @param after null for what is deleted */
export async function logOfficeHours(
  ctx: Ctx,
  schedule: { name: string },
  before: Shown | null,
  after: Shown | null,
): Promise<void> {
  if (isUnchanged(before, after)) return
  await logActivity(ctx, 'office_hours_change', `changed the office hours ${schedule.name}`, { before, after })
}
