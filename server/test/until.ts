/**
 * Waits for what another process, connection or worker brings about, and fails where it does not come. The
 * bound is far beyond what a busy machine needs: only a run that fails waits so long.
 *
 *   await until(async () => (await client.get('/me')).status === 401)
 */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/pool.ts'

const [LONGEST, BETWEEN] = [60_000, 10]

export async function until(holds: () => boolean | Promise<boolean>, message?: string): Promise<void> {
  for (const end = Date.now() + LONGEST; !(await holds()); await sleep(BETWEEN))
    assert.ok(Date.now() < end, message ?? `${holds} does not come true`)
}

/** Waits until so many statements of the database wait for a lock. */
export const untilWaiting = (db: Db, number: number): Promise<void> =>
  until(async () => {
    const waiting = await db`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return waiting.length >= number
  }, `not ${number} statements wait for a lock`)
