/**
 * Picks the rows of a page in the order of the list's age, where few of all rows match: the positions of
 * a segment are in that order, so a row's bucket is known by where it stands, and none is read.
 */
import { firstAt, insertInOrder } from './halving.ts'
import type { Standing } from './lookup-queries.ts'
import type { Edition, FoundSegment, PlacedBucket } from './memory.ts'
import type { Walk } from './ordered-walk.ts'
import type { Parts } from './parts.ts'
import { bucketsInOrder } from './placed-buckets.ts'
import { listOf } from './row-set.ts'

/** Its number is one from here to there; where the page descends, they are negative. */
interface Stretch {
  from: number
  to: number
}

/**
 * @param walk by the list's age
 * @returns at least so many rows, with all that may come before the last of them; `isAll` where there are no more
 */
export async function pickByAge(
  { edition, segments, parts }: { edition: Edition; segments: FoundSegment[]; parts: Parts },
  walk: Walk,
): Promise<{ rows: Standing[]; isAll: boolean }> {
  const { descends, start, least } = walk
  const { ofSegments } = await bucketsInOrder(edition, parts, walk)
  const after = start ? (descends ? -1 : 1) * Number(start.key) : -Infinity
  const picked: (Standing & Stretch)[] = []
  /** Where rows end that come after the start for certain: of those that end first, as many as are looked for. */
  const ends: number[] = []
  const isBeyondAll = ({ from }: Stretch) => ends.length === least && from > ends.at(-1)!
  let wasCut = false
  const placed = segments.map(({ segment, rows }) => {
    const buckets = ofSegments.get(segment)!
    return { segment, rows, buckets, ...stretchOf(buckets[0]!, buckets.at(-1)!, descends) }
  })
  for (const one of placed.toSorted((a, b) => a.from - b.from)) {
    const { segment, rows, buckets } = one
    if (one.to < after) continue
    if (isBeyondAll(one)) {
      wasCut = true
      break
    }
    for (const { position, bucket } of inOrder(listOf(rows), buckets, descends)) {
      const row = { segment, position, ...stretchOf(bucket, bucket, descends) }
      if (row.to < after) continue
      if (isBeyondAll(row)) {
        wasCut = true
        break
      }
      picked.push(row)
      if (row.from > after) insertInOrder(ends, row.to, (a, b) => a - b, least)
    }
  }
  const rows = picked.filter((row) => !isBeyondAll(row))
  return { rows, isAll: !wasCut && rows.length === picked.length }
}

function stretchOf({ low }: PlacedBucket, { high }: PlacedBucket, descends: boolean): Stretch {
  const [least, most] = [Number(low.key), Number(high.key)]
  return descends ? { from: -most, to: -least } : { from: least, to: most }
}

/** Positions in the order of the page, each with the bucket that it is in. */
function* inOrder(
  positions: Uint16Array,
  buckets: PlacedBucket[],
  descends: boolean,
): Generator<{ position: number; bucket: PlacedBucket }> {
  for (let n = 0; n < positions.length; n++) {
    const position = positions[descends ? positions.length - 1 - n : n]!
    yield { position, bucket: buckets[firstAt(buckets.length, (at) => buckets[at]!.end > position)]! }
  }
}
