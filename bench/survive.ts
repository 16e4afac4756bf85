/**
 * Kills a server while events are written to it, and counts what is there afterwards: every event
 * that was answered 202 must be, once, and so must be counted.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

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

const TOKEN = 'c3Vydml2ZQ'
const CONTACTS = 100
const NAMES = 10
const PER_PAGE = 150
const RUN = join(import.meta.dirname, '../cli/run.mjs')

export async function survive({ events, writers, kill }: SurviveOptions): Promise<Survived> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-survive-'))
  chmodSync(folder, 0o755) // where root runs this, the database's user has to get through
  const dataDir = join(folder, 'data')
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
      await end(server.child, kill, dataDir)
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
    server.child.kill('SIGTERM')
    if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'exit')
    rmSync(folder, { recursive: true, force: true })
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

/** In a process group of its own. */
async function startServer(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [RUN, 'start'], {
    env: { ...env, PORT: '0', PARLEY_DATA_DIR: dataDir, PARLEY_ACCESS_TOKEN: TOKEN, LOG_LEVEL: 'fatal' },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += chunk
    if (said.includes('Ctrl-C stops it.')) break
  }
  const url = /Address +(\S+)/.exec(said)?.[1]
  if (url === undefined) throw new Error(`the server did not start: ${said}`)
  child.stdout.resume()
  return { child, url }
}

/** Without the database the server ends by itself. */
async function end(child: ChildProcess, kill: SurviveOptions['kill'], dataDir: string): Promise<void> {
  const ended = once(child, 'exit')
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(kill === 'server' ? -child.pid! : postmaster(), 'SIGKILL')
  await ended
}

function send(agent: Agent, url: string, method: string, path: string, body?: object) {
  return new Promise<{ status: number; body: any }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...(body && { 'content-type': 'application/json' }) }
    const sent = request(url + path, { agent, method, headers }, async (reply) => {
      try {
        let text = ''
        for await (const chunk of reply.setEncoding('utf8')) text += chunk
        resolve({ status: reply.statusCode!, body: text === '' ? undefined : JSON.parse(text) })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
