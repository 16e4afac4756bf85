/**
 * Which rows of an index have numbers within a range: from the buckets that its two ends are in,
 * because every bucket tells which rows all those before it have.
 */
import { EXISTS, valuesOf } from './content.ts'
import type { Limit, WorkedOut } from './indexed-field.ts'
import type { Wanted, WantedBucket } from './lookup-queries.ts'
import type { Bucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { addRows, emptySet, removeRows, setOf, type RowSet } from './row-set.ts'

export interface Range {
  from?: Limit
  to?: Limit
}

export class NumberRanges {
  #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async load(asked: { field: string; range: Range }[]): Promise<void> {
    await Promise.all([
      this.#parts.loadLimits(asked.flatMap(({ range }) => endsOf(range)).filter((end) => typeof end !== 'number')),
      this.#parts.loadLows(asked.map(({ field }) => field)),
      this.#parts.loadPostings(asked.flatMap(({ field, range }) => (range.to ? [] : existence(field)))),
    ])
    const ends = asked.flatMap(({ field, range }) => this.#endsOf(field, range))
    await Promise.all([
      this.#parts.loadBuckets(ends.flatMap(({ buckets }) => buckets)),
      // What begins and ends in one bucket needs nothing of those before it.
      this.#parts.loadBelow(ends.flatMap(({ buckets, isOne }) => (isOne ? [] : buckets))),
    ])
  }

  /** The rows that have any number, or any value; undefined where there are none. */
  having(field: string, segment: number, size: number): RowSet | undefined {
    const posting = this.#parts.postings(existence(field)).get(segment)
    return posting ? setOf(posting.rows, size) : undefined
  }

  /** @returns undefined where there are none */
  find(field: string, { from, to }: Range, segment: number, size: number): RowSet | undefined {
    const first = from && this.#bucketOf(field, this.#numberOf(from.at), segment)
    const last = to && this.#bucketOf(field, this.#numberOf(to.at), segment)
    if (to && !last) return undefined
    // The numbers after the last bucket's beginning are its own.
    const isLast = !to && first && first.at === this.#parts.lows(segment, field)!.lows.length - 1
    if (first && (first.at === last?.at || isLast)) {
      const rows = this.#cut(first, { from, ...(to && { to }) })
      return rows.length > 0 ? addRows(emptySet(size), rows) : undefined
    }
    const rows =
      to && last
        ? addRows(setOf(this.#parts.below(last), size), this.#cut(last, { to }))
        : this.having(field, segment, size)
    if (!rows || !from || !first) return rows
    const upToFrom = this.#cut(first, { to: { at: from.at, included: !from.included } })
    return removeRows(removeRows(rows, this.#parts.below(first)), upToFrom)
  }

  /** Of the rows that have this number, those whose text is the one that is asked for, and those of which the text is not known. */
  findText(field: string, number: number, text: Buffer, segment: number): { rows: number[]; unsure: number[] } {
    const found: { rows: number[]; unsure: number[] } = { rows: [], unsure: [] }
    const wanted = this.#bucketOf(field, number, segment)
    if (!wanted) return found
    const bucket = this.#parts.bucket(wanted)
    const end = cutAt(bucket, number, true)
    for (let at = cutAt(bucket, number, false); at < end; at++) {
      const stored = bucket.texts?.at(at)
      if (!stored) found.unsure.push(bucket.rows[at]!)
      else if (stored.equals(text)) found.rows.push(bucket.rows[at]!)
    }
    return found
  }

  /** The rows of a bucket that are within a range. */
  #cut(wanted: WantedBucket, { from, to }: Range): Uint16Array {
    const bucket = this.#parts.bucket(wanted)
    return bucket.rows.subarray(
      from ? cutAt(bucket, this.#numberOf(from.at), !from.included) : 0,
      to ? cutAt(bucket, this.#numberOf(to.at), to.included) : bucket.rows.length,
    )
  }

  #numberOf = (limit: number | WorkedOut): number => (typeof limit === 'number' ? limit : this.#parts.limit(limit))

  /** The bucket that a number is in, or the last one before it. */
  #bucketOf(field: string, number: number, segment: number): WantedBucket | undefined {
    const lows = this.#parts.lows(segment, field)?.lows
    if (!lows) return undefined
    const at = countWhile(lows, (low) => low <= number) - 1
    return at === -1 ? undefined : { field, segment, at, low: lows[at]! }
  }

  /** Of every segment, the buckets that the ends of a range are in. */
  #endsOf(field: string, range: Range): { buckets: WantedBucket[]; isOne: boolean }[] {
    const numbers = endsOf(range).map((end) => this.#numberOf(end))
    return this.#parts.numbers.map((segment) => {
      const buckets = numbers.flatMap((number) => this.#bucketOf(field, number, segment) ?? [])
      return { buckets, isOne: buckets.length === 2 && buckets[0]!.at === buckets[1]!.at }
    })
  }
}

/** What tells which rows have a value. */
export const existence = (field: string): Wanted => ({ field: valuesOf(field), kind: EXISTS, key: '' })

const endsOf = ({ from, to }: Range) => [from, to].flatMap((limit) => (limit ? [limit.at] : []))

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
