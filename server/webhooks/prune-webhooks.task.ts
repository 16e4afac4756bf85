import { deleteOld } from './queries.ts'
import type { Task } from '../queue/task.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Retention of delivered notifications, and of notifications that nobody delivered. */
const ATTEMPTED_DAYS = 1
const NOTED_DAYS = 7

export const pruneWebhooks: Task = {
  name: 'prune_webhooks',
  every: '*/10 * * * *',
  async run({ db, clock }) {
    const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS)
    await deleteOld(db, { attempted: before(ATTEMPTED_DAYS), noted: before(NOTED_DAYS) })
  },
}
