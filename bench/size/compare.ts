/** The same at this size and at ten thousand contacts, in turns: what writes keep of their speed, how much reads grow. */
import { measure, median } from '../load.ts'
import { CONNECTIONS, isServed, medianOf } from './measure.ts'
import { shapesOf } from './shapes/shapes.ts'
import type { Side } from './side.ts'
import { readWhatIsWritten, writesOf } from './writes.ts'

export interface Compared {
  name: string
  small: number
  large: number
  /** Of requests a second, or of milliseconds. */
  ratio: number
  holds: boolean
}

const ROUNDS = 3
/** The disk is waited for, and is not as fast each time. */
const ROUNDS_OF_WRITES = 7
export const WRITES_KEEP = 0.7
export const READS_GROW = 2

interface Options {
  seconds: number
  only: string
}

/** Requests a second. */
export async function compareWrites(small: Side, large: Side, { seconds, only }: Options): Promise<Compared[]> {
  const ofSmall = writesOf(small)
  const load = { seconds, connections: CONNECTIONS }
  const compared: Compared[] = []
  if (ofSmall.some(({ name }) => name.includes(only))) await Promise.all([small, large].map(readWhatIsWritten))
  for (const [at, { name, kind }] of writesOf(large).entries()) {
    if (!name.includes(only)) continue
    const pairs = inTurns(
      ROUNDS_OF_WRITES,
      async () => (await measure(small.server.url, ofSmall[at]!.kind, load)).perSecond,
      async () => (await measure(large.server.url, kind, load)).perSecond,
    )
    compared.push(await comparedOf(name, pairs, (ratio) => ratio >= WRITES_KEEP))
  }
  return compared
}

/** Milliseconds of one request after the other. */
export async function compareReads(small: Side, large: Side, requests: number, only: string): Promise<Compared[]> {
  const ofSmall = new Map(shapesOf(small).map((shape) => [shape.name, shape]))
  const compared: Compared[] = []
  for (const shape of shapesOf(large).filter(({ name, growth }) => growth && name.includes(only))) {
    if (!(await isServed(large.client, shape))) continue
    const pairs = inTurns(
      ROUNDS,
      () => medianOf(small.client, ofSmall.get(shape.name)!, requests),
      () => medianOf(large.client, shape, requests),
    )
    compared.push(await comparedOf(shape.name, pairs, (ratio) => ratio <= READS_GROW))
  }
  return compared
}

type Pairs = [small: number, large: number][]

async function inTurns(rounds: number, small: () => Promise<number>, large: () => Promise<number>): Promise<Pairs> {
  const pairs: Pairs = []
  for (let round = 0; round < rounds; round++) pairs.push([await small(), await large()])
  return pairs
}

async function comparedOf(
  name: string,
  measured: Promise<Pairs>,
  holds: (ratio: number) => boolean,
): Promise<Compared> {
  try {
    const pairs = await measured
    const ratio = median(pairs.map(([small, large]) => large / small))
    const [small, large] = [0, 1].map((side) => median(pairs.map((pair) => pair[side]!))) as [number, number]
    return { name, small, large, ratio, holds: holds(ratio) }
  } catch (error) {
    return { name: `${name}: ${(error as Error).message}`, small: NaN, large: NaN, ratio: NaN, holds: false }
  }
}
