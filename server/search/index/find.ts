/**
 * What a query finds in an index, exactly: the positions in its segments, and the rows that changed
 * since and are not in a segment yet.
 */
import type { Db, Fragment } from '../../db/pool.ts'
import type { SearchContext } from '../fields.ts'
import type { Query } from '../parse.ts'
import { Lookup } from './lookup.ts'
import * as queries from './lookup-queries.ts'
import type { Edition, Memory, StoredSegment } from './memory.ts'
import type { IndexedModel, ModelName } from './models.ts'
import { IndexMoved } from './moved.ts'
import type { Parts } from './parts.ts'
import { conditionsOf, fieldsToKnow, planQuery, type Condition, type Plan } from './plan.ts'
import {
  addRow,
  allRows,
  countRows,
  intersect,
  keepRows,
  removeRow,
  subtract,
  unite,
  emptySet,
  type RowSet,
} from './row-set.ts'

export interface FoundRows {
  edition: Edition
  /** Of the segments in which any row matches, those rows. */
  segments: FoundSegment[]
  /** How many those are. */
  standing: number
  /** The ids of rows that changed since the index was written, and match. */
  changed: string[]
  total: number
  parts: Parts
}

export interface FoundSegment {
  segment: number
  size: number
  rows: RowSet
}

export interface AskedQuery {
  query: Query
  context: SearchContext
  /** The same query, compiled. */
  condition: Fragment
}

export const editionName = (workspaceId: number, model: ModelName) => `${workspaceId} ${model}`

/** The edition of a list's index that there is, which is remembered from then on; undefined where it has none. */
export async function askForEdition(
  db: Db,
  workspaceId: number,
  model: ModelName,
  { editions }: Memory,
): Promise<{ edition: Edition; hasChanges: boolean } | undefined> {
  const name = editionName(workspaceId, model)
  const known = editions.get(name)
  const row = await queries.findEdition(db, workspaceId, model, known?.version ?? 0)
  if (!row) return undefined
  const hasChanges = row.has_changes
  if (known?.version === row.version) return { edition: Object.assign(known, { isCalm: !hasChanges }), hasChanges }
  const segments = numbersIn(row.segments).map(([segment, size, alive]): StoredSegment => ({
    segment: segment!,
    size: size!,
    alive: alive!,
  }))
  const numbers = segments.map(({ segment }) => segment)
  const edition = { version: row.version, segments, numbers, isCalm: !hasChanges, orders: new Map() }
  editions.set(name, edition)
  return { edition, hasChanges }
}

/**
 * @param hasChanges whether anything changed since the edition was written
 * @throws IndexMoved where it stands no more: what follows may throw anything then, or find too little
 */
export async function findRows(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  { query, context, condition }: AskedQuery,
  { edition, hasChanges, parts }: { edition: Edition; hasChanges: boolean; parts: Parts },
): Promise<FoundRows> {
  const plan = planQuery(query, model.search, context)
  const conditions = conditionsOf(plan)
  const { segments, version } = edition
  const lookup = new Lookup(db, workspaceId, model, parts, segments)
  const [changes] = await Promise.all([
    hasChanges ? queries.findChanges(db, workspaceId, model, condition) : { version, outdated: null, matches: [] },
    parts.loadLive(segments.filter(({ size, alive }) => alive < size)),
    lookup.load(conditions, fieldsToKnow(plan)),
  ])
  if (changes?.version !== version) throw new IndexMoved()
  const outdatedOf = Map.groupBy(numbersIn(changes.outdated), ([segment]) => segment!)
  const matches = await matchConditions(lookup, conditions)
  const found = segments.flatMap((one): FoundSegment[] => {
    const { segment, size, alive } = one
    const rows = evaluate(plan, { segment, size, matches, lookup })
    if (!rows) return []
    if (alive < size) keepRows(rows, parts.live(one))
    for (const [, position] of outdatedOf.get(segment) ?? []) removeRow(rows, position!)
    return [{ segment, size, rows }]
  })
  const standing = found.reduce((sum, { rows }) => sum + countRows(rows), 0)
  const total = standing + changes.matches.length
  return { edition, segments: found, standing, changed: changes.matches, total, parts }
}

/** Numbers of some things: those of one with a space between, things with a comma. */
const numbersIn = (text: string | null): number[][] =>
  text === null || text === '' ? [] : text.split(',').map((one) => one.split(' ').map(Number))

type Matches = Map<Condition, Map<number, RowSet>>

/** By condition and segment, the rows that match before anything is negated; nothing where none does. */
async function matchConditions(lookup: Lookup, conditions: Condition[]): Promise<Matches> {
  const matched = conditions.map(async (condition) => {
    const matches = lookup.match(condition)
    const candidates = matches.flatMap(({ segment, maybe }) => maybe.map((position) => ({ segment, position })))
    const verified = await lookup.verify(condition, candidates)
    const positionsOf = Map.groupBy(verified, ({ segment }) => segment)
    const sets = new Map<number, RowSet>()
    for (const { segment, size, rows } of matches) {
      const positions = positionsOf.get(segment)
      const set = rows ?? (positions && emptySet(size))
      for (const { position } of positions ?? []) addRow(set!, position)
      if (set) sets.set(segment, set)
    }
    return [condition, sets] as const
  })
  return new Map(await Promise.all(matched))
}

interface Within {
  segment: number
  size: number
  matches: Matches
  lookup: Lookup
}

/** @returns a set that the caller may change, as nobody else asks for it; undefined where no row is found */
function evaluate(plan: Plan, within: Within): RowSet | undefined {
  const { segment, size, matches, lookup } = within
  if (plan.kind === 'condition') return matches.get(plan)!.get(segment)
  if (plan.kind === 'not') {
    const rows = plan.alsoNot === undefined ? allRows(size) : lookup.having(plan.alsoNot, segment, size)
    const not = rows && evaluate(plan.item, within)
    return rows && not ? subtract(rows, not) : rows
  }
  let found = plan.kind === 'all' && plan.items.length === 0 ? allRows(size) : undefined
  for (const [at, item] of plan.items.entries()) {
    const rows = evaluate(item, within)
    if (plan.kind === 'any') found = found && rows ? unite(found, rows) : (found ?? rows)
    else if (!rows) return undefined
    else found = at === 0 ? rows : intersect(found!, rows)
  }
  return found
}
