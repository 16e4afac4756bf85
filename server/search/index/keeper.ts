/**
 * Starts the thread that looks after the search indexes, once there is a list that is large enough
 * to have one.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { DatabaseAddress, Pool } from '../../db/pool.ts'
import { INDEX_FROM } from './keep.ts'
import { listLarge } from './segment-queries.ts'

export interface KeepingOptions {
  address: DatabaseAddress
  db: Pool
  log: Logger
  /** How many rows a list has that gets an index. */
  from?: number
  everyMs?: number
}

/** A segment in the making takes about 150 MB for some seconds. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 }

export function startKeeping({ address, db, log, from = INDEX_FROM, everyMs = 1000 }: KeepingOptions): {
  stop(): Promise<void>
} {
  let thread: Worker | undefined
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  /** Looks for a first large list; where the thread ended, it is begun again in time. */
  const look = () => {
    looking = (async () => {
      if (!thread && (await listLarge(db, from)).length > 0) thread = begin()
    })()
      .catch((error) => log.warn({ err: error }, 'large lists could not be looked for'))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, everyMs * 5).unref()
      })
  }

  const begin = (): Worker => {
    const worker = new Worker(new URL('./keeper-thread.ts', import.meta.url), {
      workerData: { address, from, everyMs },
      resourceLimits: MEMORY,
    })
    worker.unref()
    worker.on('message', ({ message, details }) => log.info(details, message))
    worker.on('error', (error) => log.warn({ err: error }, 'the search indexes are not looked after for a while'))
    worker.on('exit', () => (thread = undefined))
    return worker
  }

  look()
  return {
    /** Ends when what is being written is written, or given up. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      if (!thread) return
      const ended = once(thread, 'exit')
      thread.postMessage('stop')
      const late = setTimeout(() => void thread?.terminate(), 3000)
      await ended
      clearTimeout(late)
    },
  }
}
