/**
 * Goes through the rows of a page in its order: by the buckets of all segments, one after the other,
 * until those that are left can hold nothing that comes earlier than what was found.
 */
import { firstAt, insertInOrder } from './halving.ts'
import type { WantedBucket } from './lookup-queries.ts'
import type { Bucket, Edition, FoundSegment, Place } from './memory.ts'
import type { Parts } from './parts.ts'
import { bucketsInOrder, comparePlaces, placeAt, type FieldOrder } from './placed-buckets.ts'
import { hasRow, type RowSet } from './row-set.ts'
import { ScratchSets } from './scratch-sets.ts'

interface PlacedRow extends Place {
  segment: number
  position: number
}

export interface Walk extends FieldOrder {
  /** Of the row that the last page ended with; undefined on the first. */
  start: Place | undefined
  /** So many rows are looked for that come after it for certain. */
  least: number
}

interface Found {
  edition: Edition
  segments: FoundSegment[]
  /** How many rows there are in them. */
  standing: number
  parts: Parts
}

/**
 * @returns at least so many rows, all that come before the last of them and all that are like it; `isAll` where there
 * are no more. Those that are like the start are among them: some come before it, and some after.
 * The index knows a text whole, of an id what it begins with, and dates to the second.
 */
export async function walkInOrder(found: Found, walk: Walk): Promise<{ rows: PlacedRow[]; isAll: boolean }> {
  const sets = new ScratchSets()
  const walked = await goThrough(found, walk, sets)
  sets.release()
  return walked
}

async function goThrough(
  { edition, segments, standing, parts }: Found,
  walk: Walk,
  sets: ScratchSets,
): Promise<{ rows: PlacedRow[]; isAll: boolean }> {
  const { field, descends, start, least } = walk
  const direction = descends ? -1 : 1
  const compare = (a: Place, b: Place) => direction * comparePlaces(a, b)
  const bitsOf = ({ rows, size }: FoundSegment) => (rows instanceof Uint32Array ? rows : sets.of(rows, size))
  const rowsOf = new Map(segments.map((one) => [one.segment, bitsOf(one)]))
  const { buckets, reaches } = await bucketsInOrder(edition, parts, walk)
  /** From where a bucket stands, the first that can hold rows of the page. */
  const nextFrom = (at: number): number => {
    for (; at < buckets.length; at++) {
      const { low, high, segment } = buckets[at]!
      if (start && compare(descends ? low : high, start) < 0) continue
      if (rowsOf.has(segment)) break
    }
    return at
  }
  const found: PlacedRow[] = []
  /** Of those that come after the start, the first, in their order: as many as are looked for. */
  const first: PlacedRow[] = []
  let wasCut = false
  /** Of one bucket: no row that comes after all that are looked for. */
  const take = (segment: number, bucket: Bucket) => {
    const { rows } = bucket
    const matching = rowsOf.get(segment)!
    let at = nextMatching(rows, matching, firstOf(bucket, start, descends), direction)
    for (; at !== undefined; at = nextMatching(rows, matching, at + direction, direction)) {
      const row = { segment, position: rows[at]!, ...placeAt(bucket, at) }
      if (first.length === least && compare(row, first.at(-1)!) > 0) {
        wasCut = true
        return
      }
      found.push(row)
      if (start && compare(row, start) === 0) continue
      insertInOrder(first, row, compare, least)
    }
  }
  // As many rows as hold a page and a half, where those that match are evenly spread.
  let reach = (1.5 * least * segments.reduce((sum, { size }) => sum + size, 0)) / standing
  let passed = 0
  const begun = new Set<number>()
  const begin = start ? firstAt(reaches.length, (at) => compare(reaches[at]!, start) >= 0) : 0
  for (let at = nextFrom(begin); ;) {
    const wanted: WantedBucket[] = []
    for (; at < buckets.length && passed < reach; at = nextFrom(at + 1)) {
      const { segment, at: number, storedAt, size } = buckets[at]!
      wanted.push({ field, segment, at: number, low: storedAt })
      // The first of a segment's reaches back before the page: it is read in any case, and fills none of it.
      if (begun.has(segment)) passed += size
      begun.add(segment)
    }
    await parts.loadBuckets(wanted)
    for (const one of wanted) take(one.segment, parts.bucket(one))
    const next = buckets[at]
    const edge = next && (descends ? next.high : next.low)
    const certain = edge ? firstAt(first.length, (at) => compare(first[at]!, edge) >= 0) : first.length
    if (certain < least) {
      if (!next) return { rows: found, isAll: true }
      // They are not: as many more as hold what is lacking, where it goes on as it did until now.
      const lacking = (1.5 * (least - certain)) / found.length
      reach = Math.max(passed, least) * (1 + Math.min(4, Math.max(0.5, lacking)))
      continue
    }
    const rows = found.filter((row) => compare(row, first.at(-1)!) <= 0)
    return { rows, isAll: !next && !wasCut && rows.length === found.length }
  }
}

/** From where a row stands in a bucket, the first that matches: thousands may be passed before a page is full. */
function nextMatching(rows: Uint16Array, matching: RowSet, from: number, direction: number): number | undefined {
  for (let at = from; at >= 0 && at < rows.length; at += direction) if (hasRow(matching, rows[at]!)) return at
  return undefined
}

/** Where the first row of a bucket stands that comes no earlier than the start. */
function firstOf(bucket: Bucket, start: Place | undefined, descends: boolean): number {
  const { length } = bucket.rows
  if (!start) return descends ? length - 1 : 0
  const isBefore = (order: number) => order < 0 || (descends && order === 0)
  const first = firstAt(length, (at) => !isBefore(comparePlaces(placeAt(bucket, at), start)))
  return descends ? first - 1 : first
}
