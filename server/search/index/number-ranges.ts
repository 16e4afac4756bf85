/**
 * Which rows of an index have numbers within a range: from the buckets that its two ends are in,
 * because every bucket tells which rows all those before it have.
 */
import type { Db, Fragment } from '../../db/pool.ts'
import { EXISTS, valuesOf } from './content.ts'
import type { Limit } from './indexed-field.ts'
import { listLimits, type Wanted, type WantedBucket } from './lookup-queries.ts'
import type { Bucket, Lows, Parts } from './parts.ts'
import { addRows, emptySet, hasRow, subtract, type RowSet } from './row-set.ts'

export interface Range {
  from?: Limit
  to?: Limit
}

export class NumberRanges {
  #parts: Parts
  #segments: number[]
  /** What limits come to that only the database can work out. */
  #limits = new Map<Fragment, number>()

  constructor(parts: Parts, segments: number[]) {
    this.#parts = parts
    this.#segments = segments
  }

  async load(tx: Db, asked: { field: string; range: Range }[]): Promise<void> {
    const unknown = asked.flatMap(({ range }) => endsOf(range)).filter((end) => typeof end !== 'number')
    const [numbers] = await Promise.all([
      unknown.length > 0 ? listLimits(tx, unknown) : [],
      this.#parts.loadLows([...new Set(asked.map(({ field }) => field))], this.#segments),
      this.#parts.loadPostings(
        asked.flatMap(({ field, range }) => (range.to ? [] : existence(field))),
        this.#segments,
      ),
    ])
    for (const [at, limit] of unknown.entries()) this.#limits.set(limit, numbers[at]!)
    await this.#parts.loadBuckets(
      asked.flatMap(({ field, range }) =>
        this.#bucketsOf(
          field,
          endsOf(range).map((end) => this.#numberOf(end)),
        ),
      ),
    )
  }

  /** The rows that have any number, or any value. */
  having(field: string, segment: number, size: number): RowSet {
    const posting = this.#parts.posting(segment, existence(field))
    return posting ? addRows(emptySet(size), posting.rows) : emptySet(size)
  }

  /** @returns undefined where there are none */
  find(field: string, { from, to }: Range, segment: number, size: number): RowSet | undefined {
    const first = from && this.#bucketOf(field, this.#numberOf(from.at), segment)
    const last = to && this.#bucketOf(field, this.#numberOf(to.at), segment)
    if (to && !last) return undefined
    // The numbers after the last bucket's beginning are its own.
    const isLast = !to && first?.low === this.#parts.lows(segment, field)?.lows.at(-1)
    if (first && (first === last || isLast)) {
      const rows = this.#cut(first, { from, ...(to && { to }) })
      return rows.length > 0 ? addRows(emptySet(size), rows) : undefined
    }
    const rows = to && last ? this.#upTo(last, to, size) : this.having(field, segment, size)
    return from && first ? subtract(rows, this.#upTo(first, { at: from.at, included: !from.included }, size)) : rows
  }

  /**
   * The numbers of rows that are within a range.
   * @param range one that holds no whole bucket
   */
  async listNumbers(
    field: string,
    { from, to }: Range,
    sets: { segment: number; rows: RowSet }[],
  ): Promise<{ segment: number; position: number; number: number }[]> {
    const ends = [from ? this.#numberOf(from.at) : -Infinity, to ? this.#numberOf(to.at) : Infinity]
    const rowsOfSegment = new Map(sets.map(({ segment, rows }) => [segment, rows]))
    const wanted = this.#bucketsOf(field, ends).filter(({ segment }) => rowsOfSegment.has(segment))
    await this.#parts.loadBuckets(wanted)
    const found: { segment: number; position: number; number: number }[] = []
    for (const { segment, low } of wanted) {
      const rows = rowsOfSegment.get(segment)
      const bucket = this.#parts.bucket({ segment, field, low })
      if (!rows || !bucket) continue
      for (let at = 0; at < bucket.rows.length; at++) {
        const position = bucket.rows[at]!
        if (hasRow(rows, position)) found.push({ segment, position, number: bucket.numbers?.[at] ?? low })
      }
    }
    return found
  }

  /** Where the buckets of a field begin, and how many rows each has: of all segments, in order. */
  async listLows(field: string): Promise<{ low: number; size: number }[]> {
    await this.#parts.loadLows([field], this.#segments)
    return this.#segments
      .flatMap((segment) => {
        const { lows = [], sizes = [] } = this.#parts.lows(segment, field) ?? {}
        return Array.from(lows, (low, at) => ({ low, size: sizes[at]! }))
      })
      .toSorted((a, b) => a.low - b.low)
  }

  /** Of a bucket and all before it, the rows whose number is less, or as much where that is included. */
  #upTo(bucket: Bucket, limit: Limit, size: number): RowSet {
    return addRows(addRows(emptySet(size), bucket.below!), this.#cut(bucket, { to: limit }))
  }

  /** The rows of a bucket that are within a range. */
  #cut(bucket: Bucket, { from, to }: Range): Uint16Array {
    return bucket.rows.subarray(
      from ? cutAt(bucket, this.#numberOf(from.at), !from.included) : 0,
      to ? cutAt(bucket, this.#numberOf(to.at), to.included) : bucket.rows.length,
    )
  }

  #numberOf = (limit: number | Fragment): number => (typeof limit === 'number' ? limit : this.#limits.get(limit)!)

  #bucketOf(field: string, number: number, segment: number): Bucket | null {
    const low = lowOf(this.#parts.lows(segment, field), number)
    return low === undefined ? null : this.#parts.bucket({ segment, field, low })
  }

  /** Of every segment, the buckets that some numbers are in, or the last ones before them. */
  #bucketsOf(field: string, numbers: number[]): WantedBucket[] {
    return this.#segments.flatMap((segment) => {
      const all = this.#parts.lows(segment, field)
      const lows = numbers.map((number) => (number === -Infinity ? all?.lows[0] : lowOf(all, number)))
      return [...new Set(lows)].flatMap((low) => (low === undefined ? [] : { segment, field, low }))
    })
  }
}

/** What tells which rows have a value. */
export const existence = (field: string): Wanted => ({ field: valuesOf(field), kind: EXISTS, key: '' })

const endsOf = ({ from, to }: Range) => [from, to].flatMap((limit) => (limit ? [limit.at] : []))

/** Where the bucket begins that a number is in. */
function lowOf(all: Lows | null, number: number): number | undefined {
  return all?.lows[countWhile(all.lows, (low) => low <= number) - 1]
}

/** How many numbers of a bucket are less than this one, or as much where that is included. */
function cutAt({ low, numbers, rows }: Bucket, limit: number, included: boolean): number {
  const isWithin = (number: number) => number < limit || (included && number === limit)
  if (!numbers) return isWithin(low) ? rows.length : 0
  return countWhile(numbers, isWithin)
}

/** How many of some sorted numbers pass, of which those that do come first. */
function countWhile(numbers: Float64Array | Int32Array, passes: (number: number) => boolean): number {
  let from = 0
  let to = numbers.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (passes(numbers[middle]!)) from = middle + 1
    else to = middle
  }
  return from
}
