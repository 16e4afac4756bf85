/**
 * The rows that a page may show: of all that match, the few that come next in its order. They are
 * found by ranges of what the rows are sorted by, each wider or narrower than the one before, until
 * it holds a page and not much more.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { CursorValue } from '../../http/cursor.ts'
import type { SortColumn } from '../fields.ts'
import type { Keyset } from '../keyset.ts'
import { beginning, beginningOf } from './content.ts'
import type { FoundRows } from './find.ts'
import type { Limit } from './indexed-field.ts'
import type { Standing } from './lookup-queries.ts'
import type { Lookup } from './lookup.ts'
import type { IndexedModel } from './models.ts'
import type { Range } from './number-ranges.ts'
import { countRows, intersect, listRows, subtract, type RowSet } from './row-set.ts'

/** So many rows are read and sorted without a thought. */
const FEW = 200
/** More than these are not, where many rows are alike in what they are sorted by. */
const MANY = 20_000
/** Rows without a value to sort by that are named one by one. */
const MANY_MISSING = 1000
const ATTEMPTS = 8

export interface Candidates {
  rows: Standing[]
  /** Rows without a value to sort by come next, too; there are too many of them to name. */
  andMissing: boolean
}

interface Chosen {
  segment: number
  rows: RowSet
}

/** @returns undefined where the index does not know the order, or too many rows are alike in it */
export async function pickCandidates(
  found: FoundRows,
  model: IndexedModel,
  keyset: Keyset,
  perPage: number,
): Promise<Candidates | undefined> {
  const matching = countAll(found.segments)
  if (matching <= FEW) return { rows: standing(found.segments), andMissing: false }
  const field = orderedField(model, keyset)
  if (!field) return undefined
  if (keyset.last?.key === null) return { rows: [], andMissing: true }

  const walk = new Walk(await found.lookup.ranges.listLows(field.numbers), keyset)
  const enough = Math.max(FEW, 4 * (perPage + 1))
  let reach = (2 * (perPage + 1) * found.segments.reduce((sum, { size }) => sum + size, 0)) / matching
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { range, isEnd, isOneBucket } = walk.range(reach)
    const inRange = await found.lookup.findRange(field.numbers, range)
    const chosen = found.segments.flatMap(({ segment, size, rows }) => {
      const within = inRange(segment, size)
      return within ? [{ segment, rows: intersect(within, rows) }] : []
    })
    const count = countAll(chosen)
    if (count > enough && isOneBucket) {
      const first = await firstOf(found.lookup, chosen, field.numbers, {
        range,
        descends: walk.descends,
        least: perPage + 1,
      })
      return first.length > MANY ? undefined : { rows: first, andMissing: false }
    }
    if (count > enough && attempt < ATTEMPTS - 1) reach = (reach * 2 * (perPage + 1)) / count
    else if (count > MANY) return undefined
    else if (count > perPage) return { rows: standing(chosen), andMissing: false }
    else if (!isEnd) reach *= Math.min(64, (4 * (perPage + 1)) / Math.max(count, 1))
    else if (keyset.order.nullable) return withMissing(found, field.name, chosen)
    else return { rows: standing(chosen), andMissing: false }
  }
  return undefined
}

/** True of rows that have nothing to be sorted by. */
export const lacksSortKey = ({ order }: Keyset): Fragment => fragment`${order.column} is null`

function withMissing(found: FoundRows, field: string, chosen: Chosen[]): Candidates {
  const missing = found.segments.map(({ segment, size, rows }) => ({
    segment,
    rows: subtract(rows.slice(), found.lookup.having(field, segment, size)),
  }))
  const rows = standing(chosen)
  if (countAll(missing) > MANY_MISSING) return { rows, andMissing: true }
  return { rows: [...rows, ...standing(missing)], andMissing: false }
}

const countAll = (chosen: Chosen[]): number => chosen.reduce((sum, { rows }) => sum + countRows(rows), 0)

const standing = (chosen: Chosen[]): Standing[] =>
  chosen.flatMap(({ segment, rows }) => listRows(rows).map((position) => ({ segment, position })))

/** The rows that come first, at least so many, and those that are like the last of them. */
async function firstOf(
  lookup: Lookup,
  chosen: Chosen[],
  field: string,
  { range, descends, least }: { range: Range; descends: boolean; least: number },
): Promise<Standing[]> {
  const rows = await lookup.ranges.listNumbers(field, range, chosen)
  rows.sort((a, b) => (descends ? b.number - a.number : a.number - b.number))
  const last = rows[least - 1]!.number
  return rows.filter(({ number }) => (descends ? number >= last : number <= last))
}

/** The field whose numbers are in the order of the page: that of texts tells how they begin. */
function orderedField(
  { search }: IndexedModel,
  { order: { field: name, type } }: Keyset,
): { name: string; numbers: string } | undefined {
  const kind = search.fields[name]?.index?.kind
  if (kind === 'numbers') return { name, numbers: name }
  return kind === 'words' && type === 'string' ? { name, numbers: beginningOf(name) } : undefined
}

function numberOf(key: CursorValue, type: SortColumn['type']): number {
  if (type === 'string') return beginning(String(key))
  // Dates stand in cursors as milliseconds, in the index as seconds.
  return type === 'date' ? Math.floor(Number(key) / 1000) : Number(key)
}

/** Goes through the numbers of a field in the order of a page, from where the last one ended. */
class Walk {
  #lows: { low: number; size: number }[]
  #start: number | undefined
  readonly descends: boolean

  constructor(lows: { low: number; size: number }[], { order, last }: Keyset) {
    this.descends = order.direction === 'descending'
    this.#start = last && numberOf(last.key, order.type)
    const start = this.#start ?? (this.descends ? Infinity : -Infinity)
    const ahead = lows.filter(({ low }, at) =>
      this.descends ? low <= start : low > start || (lows[at + 1]?.low ?? Infinity) > start,
    )
    this.#lows = this.descends ? ahead.toReversed() : ahead
  }

  /** @param reach how many rows it should hold, matching or not, about */
  range(reach: number): { range: Range; isEnd: boolean; isOneBucket: boolean } {
    let passed = 0
    const end = this.#lows.findIndex(({ size }) => (passed += size) >= reach)
    const next = this.descends ? this.#lows[end] : this.#lows[end + 1]
    const isEnd = end === -1 || next === undefined
    const begins: Limit | undefined = this.#start === undefined ? undefined : { at: this.#start, included: true }
    const stops: Limit | undefined = isEnd ? undefined : { at: next.low, included: true }
    const [from, to] = this.descends ? [stops, begins] : [begins, stops]
    // In every segment what is between two neighbours stands in one bucket.
    return { range: { ...(from && { from }), ...(to && { to }) }, isEnd, isOneBucket: end === 0 }
  }
}
