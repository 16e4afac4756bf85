/**
 * What conditions match, from what the index holds: `load` reads all that some conditions need,
 * `match` and `having` answer from it.
 */
import type { Db } from '../../db/pool.ts'
import { TERM } from './content.ts'
import { findWords, fits } from './dictionary.ts'
import { foldCase } from './fold-case.ts'
import * as queries from './lookup-queries.ts'
import type { StoredSegment } from './memory.ts'
import type { IndexedModel } from './models.ts'
import { existence, NumberRanges, type Range } from './number-ranges.ts'
import type { Parts } from './parts.ts'
import type { Condition } from './plan.ts'
import { addRow, addRows, listOf, subtract, unite, type RowSet, type StoredRows } from './row-set.ts'
import type { ScratchSets } from './scratch-sets.ts'
import { findFitting, type Fitting } from './shared-substrings.ts'

/** What a condition matches in a segment. */
interface Match {
  segment: number
  size: number
  /** A set of its own; undefined where there are none. */
  rows: RowSet | undefined
  /** Positions that may match as well: the table must be asked. */
  maybe: number[]
}

export class Lookup {
  readonly ranges: NumberRanges
  #tx: Db
  #workspaceId: number
  #model: IndexedModel
  #parts: Parts
  #segments: StoredSegment[]
  #sets: ScratchSets
  /** Of the segments that keep substrings, the rows that fit patterns. */
  #fitting = new Map<Condition, Map<number, Fitting>>()
  /** Of those that do not, the values that do. */
  #fittingTerms = new Map<Condition, Map<number, string[]>>()
  /** The words that fit patterns. */
  #words = new Map<Condition, string[]>()
  /** Where the rows stand that conditions find which the index knows nothing of. */
  #fromTable = new Map<Condition, Map<number, number[]>>()

  constructor(
    { tx, workspaceId, model, parts }: { tx: Db; workspaceId: number; model: IndexedModel; parts: Parts },
    segments: StoredSegment[],
    sets: ScratchSets,
  ) {
    this.#tx = tx
    this.#workspaceId = workspaceId
    this.#model = model
    this.#parts = parts
    this.#segments = segments
    this.#sets = sets
    this.ranges = new NumberRanges(parts, sets, model.age.field)
  }

  /** @param fields of which it must be known whether a row has a value */
  async load(conditions: Condition[], fields: string[]): Promise<void> {
    await Promise.all([
      this.#parts.loadPostings([...fields.map(existence), ...conditions.flatMap(postingsFor)]),
      this.ranges.load(conditions.flatMap(rangesOf)),
      ...conditions.map((condition) => this.#parts.loadTails(condition.field, termsOf(condition))),
      ...conditions.map((condition) => this.#loadFitting(condition)),
      ...conditions.map((condition) => (condition.finding ? undefined : this.#loadFromTable(condition))),
      ...conditions.map((condition) => this.#loadWords(condition)),
    ])
  }

  /** The rows that have a value, a set of its own; undefined where there are none. */
  having = (field: string, segment: number, size: number) => this.ranges.having(field, segment, size)

  match(condition: Condition): Match[] {
    const { field, finding, orMissing } = condition
    const matches = this.#segments.map(({ segment, size }): Match => ({ segment, size, rows: undefined, maybe: [] }))
    const fromTable = this.#fromTable.get(condition)
    if (!finding || fromTable)
      for (const match of matches) match.rows = this.#setOf(fromTable?.get(match.segment), match.size)
    else if ('terms' in finding) this.#matchTerms(field, termsOf(condition), matches)
    else if ('ofWords' in finding) this.#matchTerms(field, this.#words.get(condition)!, matches)
    else if ('pattern' in finding) this.#matchPattern(condition, matches)
    else
      for (const range of finding.ranges)
        for (const match of matches)
          match.rows = either(match.rows, this.ranges.find(field, range, match.segment, match.size))
    if (orMissing || (finding && 'orMissing' in finding && finding.orMissing))
      for (const match of matches) {
        const { segment, size } = match
        match.rows = either(match.rows, without(this.#sets.all(size), this.having(field, segment, size)))
      }
    return matches
  }

  /** Of some rows that may match, those that do. */
  verify({ match }: Condition, candidates: queries.Standing[]): Promise<queries.Standing[]> {
    if (candidates.length === 0) return Promise.resolve([])
    return queries.listVerified(this.#tx, this.#workspaceId, this.#model, candidates, match)
  }

  /** What many rows of a segment have is listed there; what few have is found by its hash, beside which it stands itself, unless it is too long. */
  #matchTerms(field: string, terms: string[], matches: Match[]): void {
    for (const term of terms) {
      const postings = this.#parts.postings({ field, kind: TERM, key: term })
      const tail = this.#parts.tail(field, term)
      for (const match of matches) {
        const { segment, size } = match
        const few = tail.get(segment)
        const rows = postings.get(segment)?.rows ?? few?.rows
        if (rows && rows.length > 0) match.rows = this.#with(match.rows, rows, size)
        match.maybe.push(...(few?.unsure ?? []))
      }
    }
  }

  #matchPattern(condition: Condition, matches: Match[]): void {
    const { field } = condition
    const fitting = this.#fitting.get(condition)!
    const terms = this.#fittingTerms.get(condition)
    for (const match of matches) {
      const { segment, size } = match
      const found = fitting.get(segment)
      if (!found)
        for (const key of terms?.get(segment) ?? []) {
          const { rows } = this.#parts.postings({ field, kind: TERM, key }).get(segment)!
          match.rows = this.#with(match.rows, rows, size)
        }
      else if (!found.exact) match.maybe.push(...listOf(found.numbers))
      else if (found.numbers.length > 0) match.rows = this.#sets.of(found.numbers, size)
    }
  }

  #with = (rows: RowSet | undefined, stored: StoredRows, size: number) =>
    rows ? addRows(rows, stored) : this.#sets.of(stored, size)

  #setOf(positions: number[] | undefined, size: number): RowSet | undefined {
    if (!positions) return undefined
    const rows = this.#sets.empty(size)
    for (const position of positions) addRow(rows, position)
    return rows
  }

  /** What has too many values to list them is asked for the substrings that they share. */
  async #loadFitting(condition: Condition): Promise<void> {
    const { field, finding } = condition
    if (!finding || !('pattern' in finding) || finding.ofWords) return
    const { pattern, text } = finding
    const fitting = await findFitting(this.#parts, field, finding)
    this.#fitting.set(condition, fitting)
    if (fitting.size === this.#parts.numbers.length) return
    await this.#parts.loadTerms(field)
    const folded = foldCase(text)
    const fittingTerms = new Map(
      [...this.#parts.terms(field)].map(([segment, { terms, folded: texts }]) => [
        segment,
        terms.filter((_, at) => fits(pattern, texts[at]!, folded)),
      ]),
    )
    this.#fittingTerms.set(condition, fittingTerms)
    const wanted = new Set([...fittingTerms.values()].flat())
    await this.#parts.loadPostings([...wanted].map((key) => ({ field, kind: TERM, key })))
  }

  async #loadWords(condition: Condition): Promise<void> {
    const { field, finding } = condition
    if (!finding || !('ofWords' in finding)) return
    const words = await findWords(this.#parts, field, finding)
    if (!words) return this.#loadFromTable(condition)
    this.#words.set(condition, words)
    await Promise.all([
      this.#parts.loadPostings(words.map((key) => ({ field, kind: TERM, key }))),
      this.#parts.loadTails(field, words),
    ])
  }

  async #loadFromTable(condition: Condition): Promise<void> {
    const rows = await queries.listMatching(this.#tx, this.#workspaceId, this.#model, condition.match)
    this.#fromTable.set(
      condition,
      bySegment(rows, ({ position }) => position),
    )
  }
}

function bySegment<Row extends { segment: number }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): Map<number, Item[]> {
  const grouped = Map.groupBy(rows, ({ segment }) => segment)
  return new Map([...grouped].map(([segment, some]) => [segment, some.map(itemOf)]))
}

/** Of these, each that is a set is the answer's to change. */
const either = (rows: RowSet | undefined, others: RowSet | undefined) =>
  rows && others ? unite(rows, others) : (rows ?? others)

const without = (rows: RowSet, others: RowSet | undefined) => (others ? subtract(rows, others) : rows)

const postingsFor = (condition: Condition): queries.Wanted[] =>
  termsOf(condition).map((key) => ({ field: condition.field, kind: TERM, key }))

function rangesOf({ field, finding }: Condition): { field: string; range: Range }[] {
  return finding && 'ranges' in finding ? finding.ranges.map((range) => ({ field, range })) : []
}

function termsOf({ finding, ignoresCase }: Condition): string[] {
  if (!finding || !('terms' in finding)) return []
  return [...new Set(ignoresCase ? finding.terms.map(foldCase) : finding.terms)]
}
