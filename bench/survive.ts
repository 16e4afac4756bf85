/**
 * Kills a server while events are written to it, and counts what is there afterwards: every event
 * that was answered 202 must be, once, and so must be counted.
 */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill as killServer, makeFolder, send, startServer, stop, type DataFolder } from './crash/server.ts'

export interface SurviveOptions {
  events: number
  /** The number of parallel writers. */
  writers: number
  /** With SIGKILL: the server's process group, or the postmaster alone. */
  kill: 'server' | 'postmaster'
}

export interface Survived {
  /** Answered 202 before the kill, and in all. */
  before: number
  accepted: number
  /** Requests that got no answer, and were sent again. */
  unanswered: number
  /** Listed afterwards; accepted and not listed; listed twice. */
  listed: number
  lost: number
  twice: number
  /** Counts from the summaries. */
  counted: number
  /** From the kill to the first answer. */
  downMs: number
}

const CONTACTS = 100
const NAMES = 10
const PER_PAGE = 150

export async function survive(options: SurviveOptions, folder: DataFolder = makeFolder()): Promise<Survived> {
  const { events, writers, kill } = options
  const { dataDir, remove } = folder
  const agent = new Agent({ keepAlive: true, maxSockets: writers })
  let server = await startServer(dataDir)
  try {
    await Promise.all(
      Array.from({ length: CONTACTS }, (_, n) =>
        send(agent, server.url, 'POST', '/contacts', { external_id: `user-${n}` }),
      ),
    )
    // The same event for the same number, so that what is sent again is a duplicate.
    const start = Math.floor(Date.now() / 1000) - 86_400 * 30
    const eventOf = (n: number) => ({
      user_id: `user-${n % CONTACTS}`,
      event_name: `did-${Math.floor(n / CONTACTS) % NAMES}`,
      created_at: start + Math.floor(n / CONTACTS / NAMES),
      metadata: { n },
    })
    const accepted = new Set<number>()
    const result = { before: 0, unanswered: 0, downMs: 0 }
    let next = 0
    let restarting: Promise<void> | undefined

    const restart = async () => {
      result.before = accepted.size
      const killed = Date.now()
      await killServer(server.child, kill, dataDir)
      server = await startServer(dataDir)
      result.downMs = Date.now() - killed
    }
    const writer = async () => {
      for (let n = next++; n < events; n = next++) {
        for (;;) {
          if (accepted.size >= events / 2) restarting ??= restart()
          const status = await send(agent, server.url, 'POST', '/events', eventOf(n)).then(
            (reply) => reply.status,
            () => undefined,
          )
          if (status === 202) break
          if (status !== undefined && status < 500) throw new Error(`an event was answered ${status}`)
          result.unanswered++
          await Promise.all([restarting, sleep(20)])
        }
        accepted.add(n)
      }
    }
    await Promise.all(Array.from({ length: writers }, writer))
    await restarting
    return { ...result, accepted: accepted.size, ...(await countWhatIsThere(agent, server.url, accepted)) }
  } finally {
    agent.destroy()
    await stop(server.child)
    remove()
  }
}

async function countWhatIsThere(agent: Agent, url: string, accepted: Set<number>) {
  const there = new Map<number, number>()
  let counted = 0
  for (let n = 0; n < CONTACTS; n++) {
    const first = `/events?type=user&user_id=user-${n}`
    for (let path: string | undefined = `${first}&per_page=${PER_PAGE}`; path;) {
      const { body } = await send(agent, url, 'GET', path)
      for (const { metadata } of body.events) there.set(metadata.n, (there.get(metadata.n) ?? 0) + 1)
      path = body.pages.next?.slice(url.length)
    }
    const { body } = await send(agent, url, 'GET', `${first}&summary=true`)
    for (const { count } of body.events) counted += count
  }
  const lost = [...accepted].filter((n) => !there.has(n)).length
  const twice = [...there.values()].filter((times) => times > 1).length
  return { listed: there.size, lost, twice, counted }
}
