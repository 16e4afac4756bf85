/**
 * How fast the machine is just now. One that is shared is up to twice as slow for minutes at a time, and tells
 * nothing of it. So the floor is asked: a minimal server that reads a page of thirty contacts by their ids and sends
 * them, on the same database. No search that shows as much can take less.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { startProcess } from '../process.ts'
import { openClient } from './client.ts'
import { medianTogether } from './measure.ts'
import type { Facts } from './shapes/facts.ts'
import { turn, type Shape } from './shapes/shape.ts'
import type { Side } from './side.ts'

export interface Pace {
  /** Milliseconds: the median of the floor beside fifteen of its like. */
  floor(): Promise<number>
  /**
   * Waits until the machine is as fast as it was at its best in this run, or nearly; not for ever.
   * @returns what the floor took in the end
   */
  untilQuick(): Promise<number>
  /** Whether that is as fast as the machine was at its best, or nearly. */
  isQuick(floor: number): boolean
  best(): number
  stop(): Promise<void>
}

/** What of the best is still quick. */
const NEARLY = 1.2
const PATIENCE_MS = 60_000
const REST_MS = 2000

/** How long it is asked each time. */
const SECONDS = 0.4

export async function openPace({ address, loaded, facts }: Side): Promise<Pace> {
  const { workspaceId, adminIds, token } = loaded
  const server = await startProcess('bench/floor.ts', {
    BENCH_DATABASE: JSON.stringify(address),
    BENCH_SEED: JSON.stringify({ workspaceId, adminId: adminIds[0] }),
  })
  const client = openClient(server.url, token)
  const measured = () => medianTogether(client, pageOf(facts), SECONDS)
  for (let n = 0; n < 5; n++) await measured() // it has just been started
  const pace = paceOf(measured, { patience: PATIENCE_MS, rest: REST_MS })
  return {
    ...pace,
    async stop() {
      client.close()
      await server.stop()
    },
  }
}

/** @param measure of the floor, in milliseconds */
export function paceOf(
  measure: () => Promise<number>,
  { patience, rest }: { patience: number; rest: number },
): Omit<Pace, 'stop'> {
  let best = Infinity
  const floor = async (): Promise<number> => {
    const took = await measure()
    best = Math.min(best, took)
    return took
  }
  const isQuick = (took: number) => took <= NEARLY * best
  return {
    floor,
    isQuick,
    best: () => best,
    async untilQuick() {
      const until = performance.now() + patience
      let took = await floor()
      while (!isQuick(took) && performance.now() < until) {
        await sleep(rest)
        took = await floor()
      }
      return took
    },
  }
}

const ROWS = 30

const pageOf = ({ contacts }: Facts): Shape => ({
  name: 'the floor',
  finds: [ROWS, ROWS],
  request: (i) => ({
    method: 'POST',
    path: '/contacts/page',
    body: { ids: Array.from({ length: ROWS }, (_, at) => turn(contacts, i * 7 + at * 11).id) },
  }),
})
