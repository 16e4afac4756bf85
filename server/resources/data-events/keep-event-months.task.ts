/**
 * Makes the months that data events will lie in before they begin, and drops those that have ended
 * longer ago than events are kept. A month goes as a whole, once its last day is that old.
 */
import { dropMonthsBefore, ensureMonths } from './months.ts'
import type { Task } from '../../queue/task.ts'

/** This month and those after it. */
const AHEAD = 3
const DAY_MS = 86_400_000

export const keepEventMonths: Task = {
  name: 'keep_event_months',
  every: '23 * * * *',
  async run({ db, clock, eventsKeptDays }) {
    const now = clock.now()
    const firstOf = (month: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 1))
    await ensureMonths(
      db,
      Array.from({ length: AHEAD + 1 }, (_, month) => firstOf(month)),
    )
    if (eventsKeptDays !== undefined) await dropMonthsBefore(db, new Date(now.getTime() - eventsKeptDays * DAY_MS))
  },
}
