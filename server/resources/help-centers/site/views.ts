/** Counts the views of articles: gathered for a second, then written together, so that no page waits for a write. */
import type { Logger } from 'pino'
import type { Db } from '../../../db/pool.ts'

export interface ViewCounter {
  count(workspaceId: number, articleId: number): void
  /** Writes the views that are not written yet. */
  flush(): Promise<void>
}

const EVERY_MS = 1000

export function createViewCounter(db: Db, log: Pick<Logger, 'warn'>): ViewCounter {
  let views = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const counted = views
    views = new Map()
    if (counted.size === 0) return
    try {
      await addViews(db, counted)
    } catch (error) {
      log.warn({ err: error, views: counted.size }, 'views of articles were not counted')
    }
  }

  return {
    count(workspaceId, articleId) {
      const key = `${workspaceId} ${articleId}`
      views.set(key, (views.get(key) ?? 0) + 1)
      timer ??= setTimeout(flush, EVERY_MS).unref()
    },
    flush,
  }
}

/** In the order of their keys, so that processes that write the same ones do not wait for each other crosswise. */
async function addViews(db: Db, counted: Map<string, number>): Promise<void> {
  const rows = [...counted].map(([key, count]) => [...key.split(' ').map(Number), count] as [number, number, number])
  rows.sort(([a, b], [c, d]) => a - c || b - d)
  for (const [workspaceId, articleId, count] of rows)
    await db`update articles set views = views + ${count} where workspace_id = ${workspaceId} and id = ${articleId}`
}
