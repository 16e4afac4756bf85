/**
 * Follows the outbox for one stream. It looks once a second, and at once after a write of this process in the
 * workspace; ids never pass the horizon, so that an event which is committed late is told as well.
 */
import type { Clock } from '../clock.ts'
import type { Bell } from './bell.ts'

const BATCH = 100

export interface FollowDeps {
  clock: Clock
  bell?: Bell | undefined
  /** Up to which id all events can be seen. */
  horizon(): Promise<number>
  everyMs: number
}

/** An event of the outbox as a stream reads it. */
export interface StreamedEvent {
  id: number
  topic: string
  item: any
}

/** Access to the events of a workspace. */
export interface StreamAccess {
  workspace_id: number
  /** The event after which nothing is told any more; null where more may come. */
  ends_after?: number | null
}

export interface Feed<Access extends StreamAccess> {
  /** Undefined once the stream is to end. */
  findAccess(now: Date): Promise<Access | undefined>
  /** Events between two ids, oldest first. */
  list(access: Access, range: { after: number; upTo: number; limit: number }): Promise<StreamedEvent[]>
}

export interface Stream {
  /** The event after which it goes on. Undefined begins with the next one. */
  after: number | undefined
  signal: AbortSignal
  /** @param events maybe none: a sign of life @returns true if nothing comes after them */
  tell(events: StreamedEvent[]): boolean
}

/** Ends with the signal, after the last event, or once there is no access any more. */
export async function follow<Access extends StreamAccess>(
  { clock, bell, horizon, everyMs }: FollowDeps,
  feed: Feed<Access>,
  stream: Stream,
): Promise<void> {
  let mark = stream.after ?? (await horizon())
  while (!stream.signal.aborted) {
    const access = await feed.findAccess(clock.now())
    if (!access) return
    const rung = nextLook(access.workspace_id, bell, everyMs, stream.signal)
    try {
      const upTo = await horizon()
      const events = await feed.list(access, { after: mark, upTo, limit: BATCH })
      if (stream.signal.aborted || stream.tell(events)) return
      mark = events.length === BATCH ? events.at(-1)!.id : Math.max(mark, upTo)
      if (typeof access.ends_after === 'number' && mark >= access.ends_after) return
      if (events.length < BATCH) await rung.done
    } finally {
      rung.stop()
    }
  }
}

/** Listens before the events are read, so that no write is missed between the two. */
function nextLook(workspace: number, bell: Bell | undefined, everyMs: number, signal: AbortSignal) {
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const end = () => resolve()
  const timer = setTimeout(end, everyMs)
  const silence = bell?.listen((workspaceId) => workspaceId === workspace && end())
  signal.addEventListener('abort', end, { once: true })
  return {
    done,
    stop() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      silence?.()
    },
  }
}
