/** The rows that a page may show: of all that match, the few that come next in its order. */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { CursorValue } from '../../http/cursor.ts'
import type { SortColumn } from '../fields.ts'
import type { Keyset } from '../keyset.ts'
import { pickByAge } from './by-age.ts'
import { idNumber, orderOf } from './content.ts'
import type { FoundRows } from './find.ts'
import type { Standing } from './lookup-queries.ts'
import type { Edition, FoundSegment, Place } from './memory.ts'
import type { IndexedModel } from './models.ts'
import { existence } from './number-ranges.ts'
import { walkInOrder } from './ordered-walk.ts'
import { countStored, listOf, removeRows, setOf } from './row-set.ts'
import { byteKey } from './texts.ts'

/** So many rows are read and sorted where the order of them is not known. */
const FEW = 200
/** Where no more than this part of all rows match, buckets need hardly be read. */
const SPARSE = 0.03
/** More rows than these are not read, where many rows are alike in what they are sorted by. */
const MANY = 20_000
/** Rows without a value to sort by that are named one by one. */
const MANY_MISSING = 1000

export interface Candidates {
  rows: Standing[]
  /** More rows follow: so the page is a full one, and not the last. */
  andMore: boolean
  /** Rows without a value to sort by come next, too; there are too many of them to name. */
  andMissing: boolean
}

/** @returns undefined where the index does not know the order, or too many rows are alike in it */
export async function pickCandidates(
  found: FoundRows,
  model: IndexedModel,
  keyset: Keyset,
  perPage: number,
): Promise<Candidates | undefined> {
  const { last, order } = keyset
  const field = orderedField(model, keyset)
  const walk = field && {
    field: field.ordered,
    isText: order.type === 'string',
    descends: order.direction === 'descending',
    start: last && last.key !== null ? placeOf(last.key, last.id, order.type) : undefined,
    least: perPage + 1,
  }
  if (walk && field.name === model.age.field && found.standing <= SPARSE * rowsIn(found.edition)) {
    const { rows, isAll } = await pickByAge(found, walk)
    // Where rows that match lie side by side, whole buckets of them were picked: then these are read instead.
    if (rows.length <= 2 * walk.least || found.standing <= FEW) return { rows, andMore: !isAll, andMissing: false }
  }
  if (found.standing <= FEW) return { rows: standingIn(found.segments), andMore: false, andMissing: false }
  if (!walk) return undefined
  if (last?.key === null) return { rows: [], andMore: false, andMissing: true }
  const { rows, isAll } = await walkInOrder(found, walk)
  if (rows.length > MANY) return undefined
  if (!isAll || !order.nullable) return { rows, andMore: !isAll, andMissing: false }
  return withMissing(found, field.name, rows)
}

/** True of rows that have nothing to be sorted by. */
export const lacksSortKey = ({ order }: Keyset): Fragment => fragment`${order.column} is null`

async function withMissing(found: FoundRows, field: string, rows: Standing[]): Promise<Candidates> {
  await found.parts.loadPostings([existence(field)])
  const having = found.parts.postings(existence(field))
  const missing = found.segments.map(({ segment, size, rows }) => {
    const posting = having.get(segment)
    return { segment, size, rows: posting ? removeRows(setOf(rows, size), posting.rows) : rows }
  })
  if (missing.reduce((sum, { rows }) => sum + countStored(rows), 0) > MANY_MISSING)
    return { rows, andMore: false, andMissing: true }
  return { rows: [...rows, ...standingIn(missing)], andMore: false, andMissing: false }
}

const rowsIn = ({ segments }: Edition) => segments.reduce((sum, { size }) => sum + size, 0)

export const standingIn = (segments: FoundSegment[]): Standing[] =>
  segments.flatMap(({ segment, rows }) => Array.from(listOf(rows), (position) => ({ segment, position })))

/** The field whose buckets are in the order of the page. */
function orderedField(
  { search }: IndexedModel,
  { order: { field: name, type } }: Keyset,
): { name: string; ordered: string } | undefined {
  const kind = search.fields[name]?.index?.kind
  if (kind === 'numbers') return { name, ordered: name }
  return kind === 'words' && type === 'string' ? { name, ordered: orderOf(name) } : undefined
}

function placeOf(key: CursorValue, id: string | number, type: SortColumn['type']): Place {
  if (type === 'string') return { key: byteKey(String(key)), id: idNumber(id) }
  // Dates stand in cursors as milliseconds, in the index as seconds.
  return { key: type === 'date' ? Math.floor(Number(key) / 1000) : Number(key), id: 0 }
}
