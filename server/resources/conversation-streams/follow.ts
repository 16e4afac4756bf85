/**
 * Follows the outbox for one stream. It looks once a second, and at once after a write of this process in the
 * workspace; ids never pass the horizon, so that an event which is committed late is told as well.
 */
import type { Clock } from '../../clock.ts'
import type { Pool } from '../../db/pool.ts'
import type { Bell } from '../../events/bell.ts'
import { findAccess, listEvents, type Access, type ToldEvent } from './queries.ts'

const BATCH = 100

export interface FollowDeps {
  db: Pool
  clock: Clock
  bell?: Bell | undefined
  /** Up to which id all events can be seen. */
  horizon(): Promise<number>
  everyMs: number
}

export interface Stream {
  appId: string
  contactId: string
  token: string
  /** The event after which it goes on. Undefined begins with the next one. */
  after: number | undefined
  signal: AbortSignal
  /** @param events maybe none: a sign of life */
  tell(events: ToldEvent[]): void
}

/** Ends with the signal, or once the token gives no access. */
export async function follow({ db, clock, bell, horizon, everyMs }: FollowDeps, stream: Stream): Promise<void> {
  let mark = stream.after ?? (await horizon())
  while (!stream.signal.aborted) {
    const access = await findAccess(db, { ...stream, now: clock.now() })
    if (!access) return
    const rung = nextLook(access, bell, everyMs, stream.signal)
    try {
      const upTo = await horizon()
      const events = await listEvents(db, access, { after: mark, upTo, limit: BATCH })
      if (stream.signal.aborted) return
      stream.tell(events)
      mark = events.length === BATCH ? events.at(-1)!.id : Math.max(mark, upTo)
      if (events.length < BATCH) await rung.done
    } finally {
      rung.stop()
    }
  }
}

/** Listens before the events are read, so that no write is missed between the two. */
function nextLook({ workspace_id }: Access, bell: Bell | undefined, everyMs: number, signal: AbortSignal) {
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, everyMs)
  const silence = bell?.listen((workspaceId) => workspaceId === workspace_id && resolve())
  signal.addEventListener('abort', () => resolve(), { once: true })
  return {
    done,
    stop() {
      clearTimeout(timer)
      silence?.()
    },
  }
}
