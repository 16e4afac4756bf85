/**
 * Clients of two workspaces, with many tokens, that read and write all the time and know what every answer must be.
 */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Tenant } from './tenants.ts'
import { ask, type Answer, type Asked } from './server.ts'

export interface Tally {
  answered: number
  /** Answers 503 while a fault was about, and at other times. */
  unavailable: number
  untimely: string[]
  /** Answers that are not what they must be. */
  wrong: string[]
  /** Requests that took more than ten seconds, or had no answer. */
  late: string[]
  /** The longest, in ms. */
  slowest: number
  /** Writes that were acknowledged. */
  acknowledged: number
}

export interface Load {
  tally: Tally
  /** Until this `performance.now()` answers may be 503. */
  faultUntil: number
  /** Ends it. @returns acknowledged writes that are not there */
  finish(): Promise<string[]>
}

const LATE_MS = 10_000
/** So that the bench shows waiting of the server's and not of a machine without time. */
const PAUSE_MS = 5

export function startLoad(url: string, tenants: readonly Tenant[], clients: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const tally: Tally = {
    answered: 0,
    unavailable: 0,
    untimely: [],
    wrong: [],
    late: [],
    slowest: 0,
    acknowledged: 0,
  }
  const made: { tenant: Tenant; external_id: string }[] = []
  const renamed = new Map<string, { tenant: Tenant; number: number }>()
  const stop = new AbortController()
  const stopping = stop.signal
  const load: Load = { tally, faultUntil: 0, finish }

  /** @returns the answer, if it is one that is to be looked at */
  async function send(asked: Asked, expected: number): Promise<Answer | undefined> {
    const mayFail = () => performance.now() < load.faultUntil
    const before = mayFail()
    const what = `${asked.method} ${asked.path.replace(/[0-9a-f]{24}/, '{id}')}`
    let answer: Answer
    try {
      answer = await ask(agent, url, asked)
    } catch (error) {
      if (!stopping.aborted) tally.late.push(`${what}: ${(error as Error).message}`)
      return undefined
    }
    tally.answered++
    tally.slowest = Math.max(tally.slowest, answer.ms)
    if (answer.ms > LATE_MS) tally.late.push(`${what}: ${Math.round(answer.ms)} ms`)
    if (answer.status === 503) {
      if (before || mayFail()) tally.unavailable++
      else tally.untimely.push(what)
      if (answer.headers['retry-after'] === undefined || answer.body?.type !== 'error.list')
        tally.wrong.push(`${what}: a 503 without Retry-After, or not in the API's shape`)
      return undefined
    }
    if (answer.status === expected) return answer
    tally.wrong.push(`${what}: ${answer.status} in place of ${expected}: ${JSON.stringify(answer.body)?.slice(0, 200)}`)
    return undefined
  }

  async function client(number: number): Promise<void> {
    for (let turn = 0; !stopping.aborted; turn++) {
      const tenant = tenants[(number + turn) % tenants.length]!
      const other = tenants[(number + turn + 1) % tenants.length]!
      const token = tenant.tokens[Math.floor(Math.random() * tenant.tokens.length)]!
      const contact = tenant.contacts[Math.floor(Math.random() * tenant.contacts.length)]!
      const kind = turn % 6
      if (kind === 0 || kind === 3) {
        const answer = await send({ method: 'GET', path: `/contacts/${contact.id}`, token }, 200)
        if (answer && answer.body.external_id !== contact.external_id)
          tally.wrong.push(`a contact of another: ${answer.body.external_id} in place of ${contact.external_id}`)
      } else if (kind === 1) {
        const external_id = `made-${number}-${turn}`
        const body = { role: 'user', external_id }
        if (await send({ method: 'POST', path: '/contacts', token, body }, 200)) {
          made.push({ tenant, external_id })
          tally.acknowledged++
        }
      } else if (kind === 2) {
        // Nobody else writes it, and the numbers grow.
        const own = tenant.contacts[number]!
        const body = { name: String(turn) }
        if (await send({ method: 'PUT', path: `/contacts/${own.id}`, token, body }, 200)) {
          renamed.set(own.id, { tenant, number: turn })
          tally.acknowledged++
        }
      } else if (kind === 4) {
        await send({ method: 'GET', path: `/contacts/${other.contacts[0]!.id}`, token }, 404)
      } else await send({ method: 'GET', path: '/me', token: `wrong-${number}` }, 401)
      await sleep(PAUSE_MS)
    }
  }

  const running = Array.from({ length: clients }, (_, number) => client(number))

  async function finish(): Promise<string[]> {
    stop.abort()
    await Promise.all(running)
    const lost: string[] = []
    for (const { tenant, external_id } of made)
      if (!(await tenant.hasContact(external_id))) lost.push(`contact ${external_id}`)
    for (const [id, { tenant, number }] of renamed)
      if (Number(await tenant.nameOf(id)) < number) lost.push(`name ${number} of ${id}`)
    agent.destroy()
    return lost
  }
  return load
}
