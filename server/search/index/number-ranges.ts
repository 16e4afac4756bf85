/**
 * Which rows of an index have numbers within a range: of a narrow one from its buckets, else from those
 * that its two ends are in, because some buckets tell which rows all those before them have. By the
 * list's age, the rows of all those before a bucket are those at the first positions.
 */
import { BELOW_EVERY, EXISTS, valuesOf } from './content.ts'
import { firstAt } from './halving.ts'
import type { Limit, WorkedOut } from './indexed-field.ts'
import type { Wanted, WantedBucket } from './lookup-queries.ts'
import type { Bucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { addFirst, addRows, removeRows, subtract, type RowSet } from './row-set.ts'
import type { ScratchSets } from './scratch-sets.ts'

export interface Range {
  from?: Limit
  to?: Limit
}

/** So many buckets, one after the other, are read whole. */
const NARROW = 8

/** Of a range, in one segment. */
type Span =
  /** All buckets that it may be in. */
  | { whole: WantedBucket[] }
  /** Those that its ends are in; one that is absent is open. */
  | { whole: undefined; first: WantedBucket | undefined; last: WantedBucket | undefined }

export class NumberRanges {
  #parts: Parts
  #sets: ScratchSets
  #age: string

  /** @param age the field whose order is that of the positions */
  constructor(parts: Parts, sets: ScratchSets, age: string) {
    this.#parts = parts
    this.#sets = sets
    this.#age = age
  }

  async load(asked: { field: string; range: Range }[]): Promise<void> {
    await Promise.all([
      this.#parts.loadLimits(asked.flatMap(({ range }) => endsOf(range)).filter((end) => typeof end !== 'number')),
      this.#parts.loadLows(asked.map(({ field }) => field)),
      this.#parts.loadPostings(asked.flatMap(({ field, range }) => (range.to ? [] : existence(field)))),
    ])
    const spans = asked.flatMap(({ field, range }) =>
      this.#parts.numbers.flatMap((segment) => this.#spanOf(field, range, segment) ?? []),
    )
    const ends = spans.flatMap((span) => (span.whole ? [] : [span.first, span.last].filter((end) => end !== undefined)))
    const reached = ends.map((end) => this.#reaching(end))
    await Promise.all([
      this.#parts.loadBuckets([...spans.flatMap(({ whole }) => whole ?? []), ...reached.flat()]),
      this.#parts.loadBelow(reached.flatMap(([first]) => (this.#isByAge(first!.field) ? [] : first!))),
    ])
  }

  /** The rows that have any number, or any value; undefined where there are none. */
  having(field: string, segment: number, size: number): RowSet | undefined {
    const posting = this.#parts.postings(existence(field)).get(segment)
    return posting ? this.#sets.of(posting.rows, size) : undefined
  }

  /** @returns undefined where there are none */
  find(field: string, range: Range, segment: number, size: number): RowSet | undefined {
    const span = this.#spanOf(field, range, segment)
    if (!span) return undefined
    if (span.whole) {
      const pieces = span.whole.map((bucket) => this.#cut(bucket, range)).filter(({ length }) => length > 0)
      return pieces.length > 0 ? pieces.reduce(addRows, this.#sets.empty(size)) : undefined
    }
    const { from, to } = range
    const { first, last } = span
    const rows = last
      ? addRows(this.#below(last, size), this.#cut(last, { to: to! }))
      : this.having(field, segment, size)
    if (!rows || !first) return rows
    const upToFrom = this.#cut(first, { to: { at: from!.at, included: !from!.included } })
    return removeRows(subtract(rows, this.#below(first, size)), upToFrom)
  }

  /** The rows of a bucket that are within a range. */
  #cut(wanted: WantedBucket, { from, to }: Range): Uint16Array {
    const bucket = this.#parts.bucket(wanted)
    return bucket.rows.subarray(
      from ? cutAt(bucket, this.#numberOf(from.at), !from.included) : 0,
      to ? cutAt(bucket, this.#numberOf(to.at), to.included) : bucket.rows.length,
    )
  }

  /** The rows of all buckets before this one. */
  #below(bucket: WantedBucket, size: number): RowSet {
    if (this.#isByAge(bucket.field)) return addFirst(this.#sets.empty(size), this.#parts.rowsBefore(bucket))
    const reached = this.#reaching(bucket)
    const below = this.#sets.of(this.#parts.below(reached[0]!), size)
    return reached.slice(0, -1).reduce((rows, before) => addRows(rows, this.#parts.bucket(before).rows), below)
  }

  /** A bucket, after those that tell which rows lie below it: the first knows what lies below itself. */
  #reaching(bucket: WantedBucket): WantedBucket[] {
    const { field, segment, at } = bucket
    if (this.#isByAge(field)) return [bucket]
    const before = at % BELOW_EVERY
    return this.#parts.bucketsFrom(field, segment, at - before, before + 1)
  }

  #numberOf = (limit: number | WorkedOut): number => (typeof limit === 'number' ? limit : this.#parts.limit(limit))

  #isByAge = (field: string) => field === this.#age

  /** @returns undefined where no row can be within the range */
  #spanOf(field: string, { from, to }: Range, segment: number): Span | undefined {
    const buckets = this.#parts.lows(segment, field)?.lows.length
    if (buckets === undefined) return undefined
    const first = from && this.#parts.bucketOf(field, this.#numberOf(from.at), segment)
    const last = to && this.#parts.bucketOf(field, this.#numberOf(to.at), segment)
    if (to && !last) return undefined
    const firstAt = first?.at ?? 0
    const count = (last?.at ?? buckets - 1) - firstAt + 1
    if (count <= 0) return undefined
    // By age, a range of more than its two ends has nothing else to read.
    return count <= (this.#isByAge(field) ? 2 : NARROW)
      ? { whole: this.#parts.bucketsFrom(field, segment, firstAt, count) }
      : { whole: undefined, first, last }
  }
}

/** What tells which rows have a value. */
export const existence = (field: string): Wanted => ({ field: valuesOf(field), kind: EXISTS, key: '' })

const endsOf = ({ from, to }: Range) => [from, to].flatMap((limit) => (limit ? [limit.at] : []))

/** How many numbers of a bucket are less than this one, or as much where that is included. */
function cutAt({ low, numbers, rows }: Bucket, limit: number, included: boolean): number {
  const isBeyond = (number: number) => (included ? number > limit : number >= limit)
  if (!numbers) return isBeyond(low) ? 0 : rows.length
  return firstAt(numbers.length, (at) => isBeyond(numbers[at]!))
}
