/** Hears what PostgreSQL notifies of, on a connection of its own that is opened again whenever it is lost. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Opener } from './opener.ts'
import { quote } from './parts.ts'
import type { Session } from './session.ts'

export interface Listening {
  unlisten(): Promise<void>
}

/** Interval between checks that the connection still answers. */
const BEAT_MS = 5000
const AGAIN_MS = { first: 100, most: 2000 }

/**
 * @param heard is given the payload
 * @param connected called whenever listening begins; earlier notifications may have been missed
 * @throws DatabaseUnavailable where it cannot begin
 */
export async function listen(
  opener: Opener,
  channel: string,
  heard: (payload: string) => void,
  connected: () => void,
): Promise<Listening> {
  const stopped = new AbortController()
  const { signal } = stopped
  let session = await connect()

  async function connect(): Promise<Session> {
    const opened = await opener.open()
    opened.client.on('notification', ({ channel: from, payload }) => {
      if (from === channel) heard(payload ?? '')
    })
    await opened.run({ text: `listen ${quote(channel)}`, values: [], plain: true })
    connected()
    return opened
  }

  async function keep(): Promise<void> {
    let pause = AGAIN_MS.first
    while (!signal.aborted) {
      try {
        if (!session.isOpen) session = await connect()
        pause = AGAIN_MS.first
        await beat(session, signal)
      } catch {
        // The opener has logged it.
        if (!signal.aborted) await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
        pause = Math.min(2 * pause, AGAIN_MS.most)
      }
    }
  }

  const keeping = keep()
  return {
    async unlisten() {
      stopped.abort()
      session.destroy()
      await keeping
      session.destroy() // the one that may have come meanwhile
    },
  }
}

/** Ends when the session does; a session that does not answer ends by its own deadline. */
async function beat(session: Session, signal: AbortSignal): Promise<void> {
  const closed = new Promise<void>((resolve) => session.onClose(resolve))
  while (session.isOpen && !signal.aborted) {
    await Promise.race([closed, sleep(BEAT_MS, undefined, { signal, ref: false })])
    if (session.isOpen) await session.run({ text: 'select', values: [], plain: true })
  }
}
