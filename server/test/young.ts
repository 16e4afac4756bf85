/** What the engine's collection of what is young leaves, which it does often and quickly. */
import { setTimeout as sleep } from 'node:timers/promises'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** @returns how many bytes more there are after so many times, once what is young was collected */
export async function leftAfter(times: number, work: () => unknown): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void
  const before = getHeapStatistics().used_heap_size
  for (let n = 0; n < times; n++) await work()
  // Twice, with a rest: what is in use at the first is old only if it is at the second.
  for (let round = 0; round < 2; round++) {
    await sleep(5)
    collect({ type: 'minor' })
  }
  return getHeapStatistics().used_heap_size - before
}

/** Numbers with a fraction, 16 KB of them: what hangs on them is seen. */
export const heavy = (): number[] => Array.from({ length: 2000 }, (_, at) => at + 0.5)
