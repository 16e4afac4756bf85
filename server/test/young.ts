/** Memory that survives the engine's minor garbage collections, which are frequent and quick. */
import { setTimeout as sleep } from 'node:timers/promises'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** @returns the growth in bytes after so many rounds, measured after a minor collection */
export async function leftAfter(times: number, work: () => unknown): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void
  const before = getHeapStatistics().used_heap_size
  for (let n = 0; n < times; n++) await work()
  // Twice, with a pause: objects in use at the first collection become old only if they are still in use at the
  // second.
  for (let round = 0; round < 2; round++) {
    await sleep(5)
    collect({ type: 'minor' })
  }
  return getHeapStatistics().used_heap_size - before
}

/** Fractional numbers, 16 KB of them, so that an object that holds on to them shows. */
export const heavy = (): number[] => Array.from({ length: 2000 }, (_, at) => at + 0.5)
