/**
 * What conditions match, from what the index holds: `load` reads all that some conditions need,
 * `match` and `having` answer from it.
 */
import type { Db, Fragment } from '../../db/pool.ts'
import { EXISTS, hashOf, SUBSTRING, tailOf, TERM, valuesOf } from './content.ts'
import { foldCase } from './fold-case.ts'
import type { Limit } from './indexed-field.ts'
import * as queries from './lookup-queries.ts'
import type { IndexedModel } from './models.ts'
import type { Bucket, Lows, Parts } from './parts.ts'
import type { Condition } from './plan.ts'
import {
  addRow,
  addRows,
  allRows,
  decodeRows,
  emptySet,
  hasRow,
  rowsOf,
  subtract,
  unite,
  type RowSet,
  type StoredRows,
} from './row-set.ts'
import { keysOf, matchSubstrings, patternOf } from './substrings.ts'

interface Match {
  rows: RowSet
  /** Positions that may match as well: the table must be asked. */
  maybe: number[]
}

export interface Range {
  from?: Limit
  to?: Limit
}

export class Lookup {
  #tx: Db
  #workspaceId: number
  #model: IndexedModel
  #parts: Parts
  #segments: number[]
  /** What limits come to. */
  #limits = new Map<Fragment, number>()
  /** The sets of the segments that list all values of a field, of what fits a pattern. */
  #fitting = new Map<Condition, Map<number, Buffer[]>>()
  /** Where the rows stand that conditions find which the index knows nothing of. */
  #fromTable = new Map<Condition, Map<number, number[]>>()

  constructor(tx: Db, workspaceId: number, model: IndexedModel, parts: Parts, segments: queries.StoredSegment[]) {
    this.#tx = tx
    this.#workspaceId = workspaceId
    this.#model = model
    this.#parts = parts
    this.#segments = segments.map(({ segment }) => segment)
  }

  /** @param fields of which it must be known whether a row has a value */
  async load(conditions: Condition[], fields: string[]): Promise<void> {
    const ranges = conditions.flatMap(({ field, finding }) =>
      finding && 'ranges' in finding ? finding.ranges.map((range) => ({ field, range })) : [],
    )
    const terms = conditions.flatMap(({ field, finding, ignoresCase }) =>
      termsOf(finding, ignoresCase).map((term) => ({ field, term })),
    )
    const numbered = [...ranges.map(({ field }) => field), ...terms.map(({ field }) => tailOf(field))]
    await Promise.all([
      this.#loadLimits(ranges.flatMap(({ range }) => endsOf(range))),
      this.#parts.loadPostings([...fields.map(existence), ...conditions.flatMap(postingsFor)], this.#segments),
      this.#parts.loadLows([...new Set(numbered)], this.#segments),
      ...conditions.map((condition) => this.#loadFitting(condition)),
      ...conditions.map((condition) => this.#loadFromTable(condition)),
    ])
    await this.#parts.loadBuckets([
      ...ranges.flatMap(({ field, range }) =>
        this.#bucketsOf(
          field,
          endsOf(range).map((end) => this.#numberOf(end)),
        ),
      ),
      ...terms.flatMap(({ field, term }) => this.#bucketsOf(tailOf(field), [hashOf(term)])),
    ])
  }

  /** The rows that have a value. */
  having(field: string, segment: number, size: number): RowSet {
    const posting = this.#parts.posting(segment, existence(field))
    return posting ? addRows(emptySet(size), posting.rows) : emptySet(size)
  }

  match(condition: Condition, segment: number, size: number): Match {
    const { field, finding, orMissing } = condition
    const match: Match = { rows: emptySet(size), maybe: [] }
    if (!finding)
      for (const position of this.#fromTable.get(condition)?.get(segment) ?? []) addRow(match.rows, position)
    else if ('terms' in finding) this.#matchTerms(condition, segment, match)
    else if ('pattern' in finding) this.#matchPattern(condition, finding, segment, match)
    else for (const range of finding.ranges) this.#addRange(match.rows, field, range, segment, size)
    if (orMissing || (finding && 'orMissing' in finding && finding.orMissing))
      unite(match.rows, subtract(allRows(size), this.having(field, segment, size)))
    return match
  }

  /** Of some rows that may match, those that do. */
  verify({ match }: Condition, candidates: queries.Standing[]): Promise<queries.Standing[]> {
    if (candidates.length === 0) return Promise.resolve([])
    return queries.listVerified(this.#tx, this.#workspaceId, this.#model, candidates, match)
  }

  /** The rows within a range of numbers. */
  async findRange(field: string, range: Range): Promise<(segment: number, size: number) => RowSet | undefined> {
    await Promise.all([
      this.#parts.loadLows([field], this.#segments),
      this.#parts.loadPostings([existence(field)], this.#segments),
    ])
    await this.#parts.loadBuckets(
      this.#bucketsOf(
        field,
        endsOf(range).map((end) => this.#numberOf(end)),
      ),
    )
    return (segment, size) => this.#inRange(field, range, segment, size)
  }

  /**
   * The numbers of rows that are within a range.
   * @param range one that holds no whole bucket
   */
  async listNumbers(
    field: string,
    range: Range,
    sets: { segment: number; rows: RowSet }[],
  ): Promise<{ segment: number; position: number; number: number }[]> {
    const ends = [range.from, range.to].map((limit, at) =>
      limit ? this.#numberOf(limit.at) : at === 0 ? -Infinity : Infinity,
    )
    const wanted = this.#bucketsOf(field, ends)
    await this.#parts.loadBuckets(wanted)
    const rowsOfSegment = new Map(sets.map(({ segment, rows }) => [segment, rows]))
    const found: { segment: number; position: number; number: number }[] = []
    for (const { segment, low } of wanted) {
      const rows = rowsOfSegment.get(segment)
      const bucket = this.#parts.bucket({ segment, field, low })
      if (!rows || !bucket) continue
      for (const [at, position] of bucket.rows.entries())
        if (hasRow(rows, position))
          found.push({ segment, position, number: bucket.numbers ? bucket.numbers[at]! : low })
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

  #matchTerms({ field, finding, ignoresCase }: Condition, segment: number, { rows, maybe }: Match): void {
    for (const term of termsOf(finding, ignoresCase)) {
      const posting = this.#parts.posting(segment, { field, kind: TERM, key: term })
      if (posting) {
        addRows(rows, posting.rows)
        continue
      }
      const hash = hashOf(term)
      const bucket = this.#bucketOf(tailOf(field), hash, segment)
      if (bucket) maybe.push(...bucket.rows.subarray(cutAt(bucket, hash, false), cutAt(bucket, hash, true)))
    }
  }

  #matchPattern(
    condition: Condition,
    { pattern, text }: { pattern: '~' | '^' | '$'; text: string },
    segment: number,
    { rows, maybe }: Match,
  ): void {
    const { field } = condition
    if (!this.#parts.posting(segment, { field, kind: SUBSTRING, key: '' })) {
      for (const stored of this.#fitting.get(condition)?.get(segment) ?? []) addRows(rows, decodeRows(stored))
      return
    }
    const asked = patternOf(pattern, foldCase(text))
    const { rows: found, exact } = matchSubstrings(asked, {
      get: (key) => {
        const posting = this.#parts.posting(segment, { field, kind: SUBSTRING, key })
        if (!posting) return undefined
        const { label, count, rows: stored } = posting
        return {
          label: label!,
          count,
          get rows() {
            return listOf(stored)
          },
        }
      },
    })
    if (exact) for (const row of found) addRow(rows, row)
    else maybe.push(...found)
  }

  #addRange(rows: RowSet, field: string, range: Range, segment: number, size: number): void {
    const found = this.#inRange(field, range, segment, size)
    if (found) unite(rows, found)
  }

  /** @returns undefined where there are none */
  #inRange(field: string, { from, to }: Range, segment: number, size: number): RowSet | undefined {
    const first = from && this.#bucketOf(field, this.#numberOf(from.at), segment)
    const last = to && this.#bucketOf(field, this.#numberOf(to.at), segment)
    if (to && !last) return undefined
    if (first && first === last) {
      const rows = this.#cut(first, { from, ...(to && { to }) })
      return rows.length > 0 ? addRows(emptySet(size), rows) : undefined
    }
    const rows = to && last ? this.#upTo(last, to, size) : this.having(field, segment, size)
    return from && first ? subtract(rows, this.#upTo(first, { at: from.at, included: !from.included }, size)) : rows
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
  #bucketsOf(field: string, numbers: number[]): queries.WantedBucket[] {
    return this.#segments.flatMap((segment) => {
      const all = this.#parts.lows(segment, field)
      const lows = new Set(
        numbers
          .map((number) => (number === -Infinity ? all?.lows[0] : lowOf(all, number)))
          .filter((low) => low !== undefined),
      )
      return [...lows].map((low) => ({ segment, field, low }))
    })
  }

  async #loadLimits(limits: (number | Fragment)[]): Promise<void> {
    const unknown = limits.filter((limit) => typeof limit !== 'number')
    if (unknown.length === 0) return
    const numbers = await queries.listLimits(this.#tx, unknown)
    for (const [at, limit] of unknown.entries()) this.#limits.set(limit, numbers[at]!)
  }

  async #loadFitting(condition: Condition): Promise<void> {
    const { field, finding } = condition
    if (!finding || !('pattern' in finding)) return
    const { pattern, text } = finding
    const rows = await queries.listFittingTerms(this.#tx, this.#workspaceId, this.#model.name, { field, pattern, text })
    const bySegment = Map.groupBy(rows, ({ segment }) => segment)
    this.#fitting.set(
      condition,
      new Map([...bySegment].map(([segment, terms]) => [segment, terms.map((term) => term.rows)])),
    )
  }

  async #loadFromTable(condition: Condition): Promise<void> {
    if (condition.finding) return
    const rows = await queries.listMatching(this.#tx, this.#workspaceId, this.#model, condition.match)
    const bySegment = Map.groupBy(rows, ({ segment }) => segment)
    this.#fromTable.set(
      condition,
      new Map([...bySegment].map(([segment, found]) => [segment, found.map(({ position }) => position)])),
    )
  }
}

const listOf = (stored: StoredRows) => (stored instanceof Uint16Array ? stored : Uint16Array.from(rowsOf(stored)))

const existence = (field: string): queries.Wanted => ({ field: valuesOf(field), kind: EXISTS, key: '' })

function postingsFor({ field, finding, ignoresCase }: Condition): queries.Wanted[] {
  if (finding && 'pattern' in finding) {
    const keys = ['', ...keysOf(patternOf(finding.pattern, foldCase(finding.text)))]
    return keys.map((key) => ({ field, kind: SUBSTRING, key }))
  }
  return termsOf(finding, ignoresCase).map((key) => ({ field, kind: TERM, key }))
}

function termsOf(finding: Condition['finding'], ignoresCase: boolean): string[] {
  if (!finding || !('terms' in finding)) return []
  return [...new Set(ignoresCase ? finding.terms.map(foldCase) : finding.terms)]
}

const endsOf = ({ from, to }: Range) => [from, to].flatMap((limit) => (limit ? [limit.at] : []))

/** Where the bucket begins that a number is in. */
function lowOf(all: Lows | null, number: number): number | undefined {
  if (!all) return undefined
  let from = 0
  let to = all.lows.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (all.lows[middle]! <= number) from = middle + 1
    else to = middle
  }
  return all.lows[from - 1]
}

/** How many numbers of a bucket are less than this one, or as much where that is included. */
function cutAt({ low, numbers, rows }: Bucket, limit: number, included: boolean): number {
  if (!numbers) return low < limit || (included && low === limit) ? rows.length : 0
  let from = 0
  let to = numbers.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const number = numbers[middle]!
    if (number < limit || (included && number === limit)) from = middle + 1
    else to = middle
  }
  return from
}
