/** Compares the speed of writes at this size with that at ten thousand contacts, in turns. */
import { measure, median } from '../load.ts'
import { CONNECTIONS } from './measure.ts'
import type { Side } from './side.ts'
import { readWhatIsWritten, writesOf } from './writes.ts'

export interface Compared {
  name: string
  /** Requests a second. */
  small: number
  large: number
  ratio: number
  holds: boolean
}

/** The disk is waited for, and is not as fast each time. */
const ROUNDS = 5
export const WRITES_KEEP = 0.8

export async function compareWrites(small: Side, large: Side, seconds: number): Promise<Compared[]> {
  const ofSmall = writesOf(small)
  const load = { seconds, connections: CONNECTIONS }
  await Promise.all([small, large].map(readWhatIsWritten))
  const compared: Compared[] = []
  for (const [at, { name, kind }] of writesOf(large).entries()) {
    const pairs: [small: number, large: number][] = []
    for (let round = 0; round < ROUNDS; round++)
      pairs.push([
        (await measure(small.server.url, ofSmall[at]!.kind, load)).perSecond,
        (await measure(large.server.url, kind, load)).perSecond,
      ])
    const ratio = median(pairs.map(([less, more]) => more / less))
    const [less, more] = [0, 1].map((side) => median(pairs.map((pair) => pair[side]!))) as [number, number]
    compared.push({ name, small: less, large: more, ratio, holds: ratio >= WRITES_KEEP })
  }
  return compared
}
