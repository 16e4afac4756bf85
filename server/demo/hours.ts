/** The hours in which the demo company answers, and the reasons why one of its people does not. */
import { createAwayStatusReason } from '../resources/away-status-reasons/settings/create.ts'
import { deleteAwayStatusReason } from '../resources/away-status-reasons/settings/delete.ts'
import { createOfficeHoursException } from '../resources/office-hours/create-exception.ts'
import { createOfficeHoursSchedule } from '../resources/office-hours/create.ts'
import type { Act } from './act.ts'

const DAY = 24 * 60
const [EIGHT, NOON, FIVE, SIX] = [8 * 60, 12 * 60, 17 * 60, 18 * 60]

const SCHEDULE = {
  name: 'Roastery',
  time_zone_name: 'America/Los_Angeles',
  time_intervals: [
    ...[0, 1, 2, 3].map((day) => ({ start_minute: day * DAY + EIGHT, end_minute: day * DAY + SIX })),
    { start_minute: 4 * DAY + EIGHT, end_minute: 4 * DAY + FIVE },
  ],
}

const EXCEPTIONS = [
  { exception_date: '2026-12-25', exception_type: 'closed', name: 'Christmas Day', recurring_annually: true },
  {
    exception_date: '2026-12-24',
    exception_type: 'custom_hours',
    name: 'Christmas Eve',
    time_intervals: [{ start_minute: EIGHT, end_minute: NOON }],
    recurring_annually: true,
  },
]

const REASONS = [
  { label: 'At lunch', emoji: '🥪' },
  { label: 'Cupping', emoji: '☕' },
  { label: 'On holiday', emoji: '🏖️' },
]
/** It is shown where somebody was away for it, although nobody can choose it any more. */
const FORMER_REASON = { label: 'Moving house', emoji: '📦' }

export async function makeHours(act: Act, now: Date): Promise<void> {
  const { id } = await act(createOfficeHoursSchedule, now, { body: SCHEDULE })
  const params = { office_hours_schedule_id: String(id) }
  for (const body of EXCEPTIONS) await act(createOfficeHoursException, now, { params, body })
  for (const body of REASONS) await act(createAwayStatusReason, now, { body })
  const former = await act(createAwayStatusReason, now, { body: FORMER_REASON })
  await act(deleteAwayStatusReason, now, { params: { away_status_reason_id: String(former.id) } })
}
