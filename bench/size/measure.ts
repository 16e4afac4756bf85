/** One shape: whether it finds as many rows as it should, and how long its requests take, one after the other. */
import type { Answer, Client } from './client.ts'
import type { Shape } from './shapes/shape.ts'

export interface Figures {
  matches: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export const CONNECTIONS = 16
/** A slow shape is not asked for longer. */
const PATIENCE_MS = 10_000
/** Requests whose answers are checked, before any is measured. */
const CHECKED = 5

/** @throws where an answer is no 200, or finds fewer or more than it must */
export async function measureShape(client: Client, shape: Shape, requests: number): Promise<Figures> {
  const { ask, check } = asking(client, shape)
  const matches = await check()
  await repeat(ask, requests / 10)
  const took = await repeat(ask, requests)
  return { matches, p50: percentile(took, 0.5), p99: percentile(took, 0.99) }
}

function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
}

function asking(client: Client, { request, finds: [least, most], total = (body) => body.total_count }: Shape) {
  let asked = 0
  const ask = async (readsText = false): Promise<Answer> => {
    const asks = request(asked++)
    const answer = await client.send(asks, { readsText })
    if (answer.status !== 200)
      throw new Error(`${answer.status} to ${JSON.stringify(asks)}: ${answer.text.slice(0, 300)}`)
    return answer
  }
  /** @returns the matches of the first request */
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

async function repeat(ask: () => Promise<Answer>, times: number): Promise<number[]> {
  const took: number[] = []
  const until = performance.now() + PATIENCE_MS
  for (let n = 0; n < times && performance.now() < until; n++) took.push((await ask()).took)
  return took
}
