/**
 * Goes through the rows of a page in its order: by the buckets of all segments, one after the other,
 * until those that are left can hold nothing that comes earlier than what was found.
 */
import type { WantedBucket } from './lookup-queries.ts'
import type { Bucket, Edition, FoundSegment, PlacedBucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { hasRow, type RowSet } from './row-set.ts'

/** What a row is sorted by, as far as the index knows it. */
export interface Place {
  number: number
  /** Of texts with one beginning, how they go on. */
  finer: number
}

interface PlacedRow extends Place {
  segment: number
  position: number
}

interface Walk {
  /** Numbers in the order of the page. */
  field: string
  descends: boolean
  /** Of the row that the last page ended with; undefined on the first. */
  start: Place | undefined
  /** So many rows are looked for that come after it for certain. */
  least: number
}

/**
 * @param standing how many rows there are in the segments
 * @returns in their order, at least so many rows and all that are like the last of them; `isAll` where there
 * are no more. Those that are like the start are among them: some come before it, and some after.
 */
export async function walkInOrder(
  {
    edition,
    segments,
    standing,
    parts,
  }: { edition: Edition; segments: FoundSegment[]; standing: number; parts: Parts },
  { field, descends, start, least }: Walk,
): Promise<{ rows: PlacedRow[]; isAll: boolean }> {
  const direction = descends ? -1 : 1
  const compare = (a: Place, b: Place) => direction * (a.number - b.number || a.finer - b.finer)
  const isBefore = (a: number, b: number) => (descends ? a > b : a < b)
  const rowsOf = new Map(segments.map(({ segment, rows }) => [segment, rows]))
  const buckets = await bucketsInOrder(edition, parts, field, descends)
  /** From where a bucket stands, the first that can hold rows of the page. */
  const nextFrom = (at: number): number => {
    for (; at < buckets.length; at++) {
      const { low, high, segment } = buckets[at]!
      if (start && isBefore(descends ? low : high, start.number)) continue
      if (rowsOf.has(segment)) break
    }
    return at
  }
  const found: PlacedRow[] = []
  let wasCut = false
  /** Of one bucket: no more than a page can show. */
  const take = (segment: number, bucket: Bucket) => {
    const { rows, numbers, finer, low } = bucket
    const matching = rowsOf.get(segment)!
    let beyondStart = 0
    let at = nextMatching(rows, matching, firstOf(bucket, start, descends), direction)
    for (; at !== undefined; at = nextMatching(rows, matching, at + direction, direction)) {
      const row = { segment, position: rows[at]!, number: numbers?.[at] ?? low, finer: finer?.[at] ?? 0 }
      if (beyondStart >= least && compare(row, found.at(-1)!) !== 0) {
        wasCut = true
        return
      }
      found.push(row)
      if (start === undefined || compare(row, start) !== 0) beyondStart++
    }
  }
  // As many rows as hold a page and a half, where those that match are evenly spread.
  let reach = (1.5 * least * segments.reduce((sum, { size }) => sum + size, 0)) / standing
  let passed = 0
  for (let at = nextFrom(0); ;) {
    const wanted: WantedBucket[] = []
    for (; at < buckets.length && passed < reach; at = nextFrom(at + 1)) {
      const { segment, at: number, low, size } = buckets[at]!
      wanted.push({ field, segment, at: number, low })
      passed += size
    }
    await parts.loadBuckets(wanted)
    for (const one of wanted) take(one.segment, parts.bucket(one))
    const next = buckets[at]
    const edge = next && (descends ? next.high : next.low)
    const certain = found.filter(
      (row) => (edge === undefined || isBefore(row.number, edge)) && (start === undefined || compare(row, start) !== 0),
    )
    if (certain.length < least) {
      if (!next) return { rows: found, isAll: true }
      // They are not: as many more as hold what is lacking, where it goes on as it did until now.
      const lacking = (1.5 * (least - certain.length)) / found.length
      reach = passed * (1 + Math.min(4, Math.max(0.5, lacking)))
      continue
    }
    const last = certain.sort(compare)[least - 1]!
    const rows = found.filter((row) => compare(row, last) <= 0)
    return { rows, isAll: !next && !wasCut && rows.length === found.length }
  }
}

/** From where a row stands in a bucket, the first that matches: thousands may be passed before a page is full. */
function nextMatching(rows: Uint16Array, matching: RowSet, from: number, direction: number): number | undefined {
  for (let at = from; at >= 0 && at < rows.length; at += direction) if (hasRow(matching, rows[at]!)) return at
  return undefined
}

/** Where the first row of a bucket stands that comes no earlier than the start. */
function firstOf({ rows, numbers, finer, low }: Bucket, start: Place | undefined, descends: boolean): number {
  if (!start) return descends ? rows.length - 1 : 0
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const order = (numbers?.[middle] ?? low) - start.number || (finer?.[middle] ?? 0) - start.finer
    if (descends ? order <= 0 : order < 0) from = middle + 1
    else to = middle
  }
  return descends ? from - 1 : from
}

async function bucketsInOrder(
  edition: Edition,
  parts: Parts,
  field: string,
  descends: boolean,
): Promise<PlacedBucket[]> {
  const name = `${field} ${descends ? 'descending' : 'ascending'}`
  const known = edition.orders.get(name)
  if (known) return known
  const placed = await placeBuckets(parts, field)
  placed.sort((a, b) => (descends ? b.high - a.high : a.low - b.low))
  parts.whenKept(() => edition.orders.set(name, placed))
  return placed
}

async function placeBuckets(parts: Parts, field: string): Promise<PlacedBucket[]> {
  await parts.loadLows([field])
  const lasts = parts.numbers.flatMap((segment) => {
    const lows = parts.lows(segment, field)?.lows
    return lows ? { field, segment, at: lows.length - 1, low: lows.at(-1)! } : []
  })
  // Where a bucket ends, the next one tells; of the last only itself.
  await parts.loadBuckets(lasts)
  return lasts.flatMap((last) => {
    const { segment } = last
    const { lows, sizes } = parts.lows(segment, field)!
    return Array.from(lows, (low, at): PlacedBucket => {
      const high = lows[at + 1] ?? parts.bucket(last).numbers?.at(-1) ?? low
      return { segment, at, low, high, size: sizes[at]! }
    })
  })
}
