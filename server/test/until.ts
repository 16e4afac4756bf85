/**
 * Waits for what another process, connection or worker brings about, and fails where it does not come. The
 * bound is far beyond what a busy machine needs: only a run that fails waits so long.
 *
 *   await until(async () => (await client.get('/me')).status === 401)
 */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

const [LONGEST, BETWEEN] = [60_000, 10]

export async function until(holds: () => boolean | Promise<boolean>, message?: string): Promise<void> {
  for (const end = Date.now() + LONGEST; !(await holds()); await sleep(BETWEEN))
    assert.ok(Date.now() < end, message ?? `${holds} does not come true`)
}
