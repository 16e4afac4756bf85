/**
 * The rows that a page may show: of all that match, the few that come next in its order. They are
 * found by ranges of what the rows are sorted by, each wider or narrower than the one before, until
 * it holds a page and not much more.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { Keyset } from '../keyset.ts'
import type { FoundRows } from './find.ts'
import type { Limit } from './indexed-field.ts'
import type { Standing } from './lookup-queries.ts'
import type { IndexedModel } from './models.ts'
import { countRows, intersect, listRows, subtract, type RowSet } from './row-set.ts'

/** So many rows are read and sorted without a thought. */
const FEW = 500
/** And no more than these. */
const MANY = 3000
const ATTEMPTS = 8

export interface Candidates {
  rows: Standing[]
  /** Rows without a value to sort by come next, too; there are too many of them to name. */
  andMissing: boolean
}

/** @returns undefined where the index does not know the order */
export async function pickCandidates(
  found: FoundRows,
  model: IndexedModel,
  keyset: Keyset,
  perPage: number,
): Promise<Candidates | undefined> {
  const sets = found.segments.map(({ rows }) => rows)
  const matching = sets.reduce((sum, rows) => sum + countRows(rows), 0)
  if (matching <= FEW) return { rows: standing(found, sets), andMissing: false }
  const { field, nullable } = keyset.order
  if (model.search.fields[field]?.index?.kind !== 'numbers') return undefined
  if (keyset.last?.key === null) return { rows: [], andMissing: true }

  const walk = new Walk(await found.lookup.listLows(field), keyset)
  const size = found.segments.reduce((sum, segment) => sum + segment.size, 0)
  let reach = ((perPage + 1) * 2 * size) / matching
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { range, isEnd } = walk.range(reach)
    const inRange = await found.lookup.findRange(field, range)
    const chosen = found.segments.map(({ segment, size: rows }, at) => intersect(inRange(segment, rows), sets[at]!))
    const count = chosen.reduce((sum, rows) => sum + countRows(rows), 0)
    if (count > MANY && reach > 1) reach = walk.narrower(reach, (perPage * 2) / count)
    else if (count > perPage) return { rows: standing(found, chosen), andMissing: false }
    else if (isEnd)
      return nullable ? await withMissing(found, field, chosen) : { rows: standing(found, chosen), andMissing: false }
    else reach *= Math.min(64, ((perPage + 1) * 2) / Math.max(count, 1))
  }
  return undefined
}

async function withMissing(found: FoundRows, field: string, chosen: RowSet[]): Promise<Candidates> {
  const missing = found.segments.map(({ segment, size, rows }) =>
    subtract(rows.slice(), found.lookup.having(field, segment, size)),
  )
  const count = missing.reduce((sum, rows) => sum + countRows(rows), 0)
  const rows = standing(found, chosen)
  return count > MANY ? { rows, andMissing: true } : { rows: [...rows, ...standing(found, missing)], andMissing: false }
}

const standing = ({ segments }: FoundRows, sets: RowSet[]): Standing[] =>
  segments.flatMap(({ segment }, at) => listRows(sets[at]!).map((position) => ({ segment, position })))

/** Goes through the numbers of a field in the order of a page, from where the last one ended. */
class Walk {
  #lows: { low: number; size: number }[]
  #start: number | undefined
  #descends: boolean

  constructor(lows: { low: number; size: number }[], { order, last }: Keyset) {
    this.#descends = order.direction === 'descending'
    // Dates stand in cursors as milliseconds, here as seconds.
    this.#start = last && (order.type === 'date' ? Math.floor(Number(last.key) / 1000) : Number(last.key))
    const start = this.#start ?? (this.#descends ? Infinity : -Infinity)
    const ahead = lows.filter(({ low }, at) =>
      this.#descends ? low <= start : low > start || (lows[at + 1]?.low ?? Infinity) > start,
    )
    this.#lows = this.#descends ? ahead.toReversed() : ahead
  }

  /** @param reach how many rows it should hold, matching or not, about */
  range(reach: number): { range: { from?: Limit; to?: Limit }; isEnd: boolean } {
    let passed = 0
    const end = this.#lows.findIndex(({ size }) => (passed += size) >= reach)
    const begins: Limit | undefined = this.#start === undefined ? undefined : { at: this.#start, included: true }
    const next = this.#descends ? this.#lows[end] : this.#lows[end + 1]
    const isEnd = end === -1 || next === undefined
    const stops: Limit | undefined = isEnd ? undefined : { at: next.low, included: true }
    const [from, to] = this.#descends ? [stops, begins] : [begins, stops]
    return { range: { ...(from && { from }), ...(to && { to }) }, isEnd }
  }

  /** A reach below one bucket is none. */
  narrower = (reach: number, share: number): number => (reach * share < 1 ? 1 : reach * share)
}

/** True of rows that have nothing to be sorted by. */
export const lacksSortKey = ({ order }: Keyset): Fragment => fragment`${order.column} is null`
