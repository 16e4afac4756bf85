/**
 * Reads the outbox again and again, and soon after a workspace that somebody listens in has written. Each reader keeps
 * a mark of its own, and is told of an event at least once.
 */
import type { Logger } from 'pino'
import type { Bell } from './bell.ts'

export interface ReaderOptions {
  /** Reads all that is new. @returns the workspaces that somebody listens in */
  read: () => Promise<Set<number>>
  log: Logger
  /** The message that is logged where reading fails; it is tried again at the next look. */
  failure: string
  bell?: Bell | undefined
  everyMs: number
  /** Delay after a ring of the bell; rings within it are one. */
  afterRingMs: number
}

export function startReading({ read, log, failure, bell, everyMs, afterRingMs }: ReaderOptions): {
  stop(): Promise<void>
} {
  let listening = new Set<number>()
  let stopped = false
  let rung = false
  let running: Promise<unknown> | undefined
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    rung = false
    running = read()
      .then((workspaces) => void (listening = workspaces))
      .catch((error) => log.warn({ err: error }, failure))
      .finally(() => {
        running = undefined
        wait(rung ? afterRingMs : everyMs)
      })
  }
  const wait = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(look, ms).unref()
  }
  const unlisten = bell?.listen((workspaceId) => {
    if (rung || !listening.has(workspaceId)) return
    rung = true
    if (!running) wait(afterRingMs)
  })
  look()
  return {
    /** Ends when what runs is done. */
    async stop() {
      stopped = true
      unlisten?.()
      clearTimeout(timer)
      await running
    },
  }
}
