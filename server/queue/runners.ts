/** The worker library's runners: each is begun again where it ends by itself. */
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, type Runner, type RunnerOptions, type WorkerEvents } from 'graphile-worker'
import type { Logger } from 'pino'
import type { Lease } from './lease.ts'

const AGAIN_MS = 1000
/** Time that running jobs have when the process stops. Locks of the others are released as those of a process that was killed. */
const STOP_MS = 8000

const PRESET = {
  worker: {
    // A job that was done is noted with others, and again until it is: failures in between must not end the process.
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
    // The clock that tells jobs their times (enqueue.ts) and decides in them also tells which are due.
    useNodeTime: true,
    // Running jobs hear at once that the process stops.
    gracefulShutdownAbortTimeout: 0,
  },
}

export async function keepRunning(
  options: RunnerOptions,
  { lease, log, stopMs = STOP_MS }: { lease: Lease; log: Logger; stopMs?: number },
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const { signal } = stopping

  const begin = (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => lease.add(workerPool.id))
    events.on('pool:release', ({ workerPool }) => lease.remove(workerPool.id))
    return run({ ...options, events, preset: PRESET, noHandleSignals: true })
  }

  async function keep(first: Runner): Promise<void> {
    for (let runner: Runner | undefined = first; !signal.aborted;) {
      const stop = () => void runner?.stop().catch(() => {}) // it ended by itself in this moment
      signal.addEventListener('abort', stop)
      if (runner) await ended(runner)
      signal.removeEventListener('abort', stop)
      if (signal.aborted) return
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => {})
      runner = signal.aborted
        ? undefined
        : await begin().catch((error) => void log.warn({ err: error }, 'the worker could not be begun'))
    }
  }

  async function ended(runner: Runner): Promise<void> {
    const told = 'the worker ended; it is begun again'
    try {
      await runner.promise
      if (!signal.aborted) log.error(told)
    } catch (error) {
      log.error({ err: error }, told)
    }
  }

  const kept = keep(await begin())
  return {
    async stop() {
      stopping.abort()
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(() => {
        log.warn('jobs that did not end in time are run again after the next start')
        resolve()
      }, stopMs)
      await Promise.race([kept, late])
      clearTimeout(timer)
    },
  }
}
