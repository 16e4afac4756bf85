import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../../server/db/pool.ts'
import { INDEX_FROM } from '../../server/search/index/keep.ts'
import { KNOWN_FOR_MS } from '../../server/search/index/known-indexes.ts'
import { countChanges, listLarge } from '../../server/search/index/segment-queries.ts'

/** Returns when the server has indexed all that is large enough, and knows it. */
export async function waitForIndex(db: Pool): Promise<void> {
  const started = performance.now()
  for (;;) {
    const lists = await listLarge(db, INDEX_FROM)
    const isDone = await Promise.all(
      lists.map(async ({ workspace_id, model, is_ready }) => {
        return is_ready && (await countChanges(db, workspace_id, model, 1)).count === 0
      }),
    )
    if (isDone.every(Boolean)) break
    await sleep(200)
  }
  const seconds = (performance.now() - started) / 1000
  if (seconds > 1) console.log(`the search indexes took ${seconds.toFixed(0)} s`)
  await sleep(KNOWN_FOR_MS)
}
