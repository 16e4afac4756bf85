/** One shape: whether it finds what it should, how long it takes alone, and beside fifteen of its like. */
import type { Answer, Client } from './client.ts'
import type { Shape } from './shapes/shape.ts'

export interface Conditions {
  /** One after the other; before them a tenth as many that are not measured. */
  requests: number
  /** How long sixteen connections ask; before that a tenth as long, which is not measured. */
  seconds: number
}

export interface Figures {
  matches: number
  p50: number
  p99: number
  /** Of the sixteen. */
  p99Together: number
  /** How often it was measured; each figure is its best. */
  runs: number
}

/** Milliseconds, of the slowest hundredth. */
export const ALONE = 20
export const TOGETHER = 60

export const holds = ({ heldAlone }: Shape, { p99, p99Together }: Figures): boolean =>
  p99 <= ALONE && (heldAlone === true || p99Together <= TOGETHER)

/** Of one shape measured twice, the better figures. */
export const best = (one: Figures, other: Figures): Figures => ({
  matches: other.matches,
  p50: Math.min(one.p50, other.p50),
  p99: Math.min(one.p99, other.p99),
  p99Together: Math.min(one.p99Together, other.p99Together),
  runs: one.runs + other.runs,
})

export const CONNECTIONS = 16
/** A shape that is far too slow is not asked for minutes. */
const PATIENCE_MS = 10_000

/**
 * Asks all of them for a while, sixteen at once: a server that was just started is slow at what it does for
 * the first time. Its code is not compiled yet, and its connections to PostgreSQL have not seen the
 * memory that they share: on a virtual machine that costs 20 µs for each 64 KB of it, the rows of
 * one search 5 ms.
 */
export async function warmUp(client: Client, shapes: Shape[], { seconds }: Conditions): Promise<void> {
  for (const shape of shapes) {
    await askTogether(asking(client, shape).ask, seconds / 2).catch(() => {}) // said when it is measured
  }
}

/** @throws where an answer is no 200, or finds fewer or more than it must */
export async function measureShape(client: Client, shape: Shape, { requests, seconds }: Conditions): Promise<Figures> {
  const { ask, check } = asking(client, shape)
  const matches = await check()
  await repeat(ask, requests / 10)
  const alone = await repeat(ask, requests)
  await askTogether(ask, seconds / 10)
  const together = await askTogether(ask, seconds)
  const [p50, p99] = [percentile(alone, 0.5), percentile(alone, 0.99)]
  return { matches, p50, p99, p99Together: percentile(together, 0.99), runs: 1 }
}

/** The median of so many requests, one after the other. */
export async function medianOf(client: Client, shape: Shape, requests: number): Promise<number> {
  const { ask } = asking(client, shape)
  await repeat(ask, requests / 10)
  return percentile(await repeat(ask, requests), 0.5)
}

/** The median of sixteen connections that ask for so long. */
export const medianTogether = async (client: Client, shape: Shape, seconds: number): Promise<number> =>
  percentile(await askTogether(asking(client, shape).ask, seconds), 0.5)

/** Whether the server has the operation. */
export async function isServed(client: Client, shape: Shape): Promise<boolean> {
  if (!shape.optional) return true
  const { status } = await client.send(shape.request(0))
  return status !== 400 && status !== 404
}

export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
}

/** How many requests tell whether a shape finds what it should. */
const CHECKED = 5

function asking(client: Client, { request, finds: [least, most], total = (body) => body.total_count }: Shape) {
  let asked = 0
  const ask = async (readsText = false): Promise<Answer> => {
    const asks = request(asked++)
    const answer = await client.send(asks, { readsText })
    if (answer.status !== 200)
      throw new Error(`${answer.status} to ${JSON.stringify(asks)}: ${answer.text.slice(0, 300)}`)
    return answer
  }
  /** @returns what the first of some finds */
  const check = async (): Promise<number> => {
    const found: number[] = []
    for (let n = 0; n < CHECKED; n++) {
      const matches = Number(total(JSON.parse((await ask(true)).text)))
      if (!(matches >= least && matches <= most))
        throw new Error(`finds ${matches}, and should find ${least} to ${most}: ${JSON.stringify(request(asked - 1))}`)
      found.push(matches)
    }
    return found[0]!
  }
  return { ask, check }
}

async function askTogether(ask: () => Promise<Answer>, seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * 1000
  const loops = Array.from({ length: CONNECTIONS }, async () => {
    const took: number[] = []
    do took.push((await ask()).took)
    while (performance.now() < until)
    return took
  })
  return (await Promise.all(loops)).flat()
}

async function repeat(ask: () => Promise<Answer>, times: number): Promise<number[]> {
  const took: number[] = []
  const until = performance.now() + PATIENCE_MS
  for (let n = 0; n < times && performance.now() < until; n++) took.push((await ask()).took)
  return took
}
