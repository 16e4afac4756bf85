/**
 * What a query finds in an index, exactly: the positions in its segments, and the rows that changed
 * since and are not in a segment yet.
 */
import type { Db, Fragment } from '../../db/pool.ts'
import type { SearchContext } from '../fields.ts'
import type { Query } from '../parse.ts'
import { Lookup } from './lookup.ts'
import * as queries from './lookup-queries.ts'
import type { IndexedModel } from './models.ts'
import { Parts, type PartCache } from './parts.ts'
import { conditionsOf, fieldsToKnow, planQuery, type Condition, type Plan } from './plan.ts'
import {
  addRow,
  addRows,
  allRows,
  countRows,
  emptySet,
  intersect,
  removeRow,
  subtract,
  unite,
  type RowSet,
} from './row-set.ts'

export interface FoundRows {
  segments: FoundSegment[]
  /** The ids of rows that changed since the index was written, and match. */
  changed: string[]
  total: number
  lookup: Lookup
}

interface FoundSegment {
  segment: number
  size: number
  rows: RowSet
}

/**
 * @param tx a transaction with one snapshot (`repeatable read`)
 * @param condition the same query, compiled
 * @param cache what this process has read of indexes
 * @returns undefined where the list has no index
 */
export async function findRows(
  tx: Db,
  workspaceId: number,
  model: IndexedModel,
  { query, context, condition }: { query: Query; context: SearchContext; condition: Fragment },
  cache: PartCache,
): Promise<FoundRows | undefined> {
  const plan = planQuery(query, model.search, context)
  const conditions = conditionsOf(plan)
  const stored = await queries.findSegments(tx, workspaceId, model.name)
  if (!stored) return undefined
  const { segments, hasChanges } = stored
  const parts = new Parts(cache, tx, workspaceId, model.name)
  const lookup = new Lookup(tx, workspaceId, model, parts, segments)
  const [outdated, changed] = await Promise.all([
    hasChanges ? queries.listOutdated(tx, workspaceId, model.name) : [],
    hasChanges ? queries.listChangedMatches(tx, workspaceId, model, condition) : [],
    parts.loadLive(segments),
    lookup.load(conditions, fieldsToKnow(plan)),
  ])
  const outdatedOf = Map.groupBy(outdated, ({ segment }) => segment)
  const matches = await matchConditions(lookup, conditions, segments)
  const found = segments.map((one): FoundSegment => {
    const { segment, size } = one
    const rows = evaluate(plan, { segment, size, matches, lookup })
    intersect(rows, addRows(emptySet(size), parts.live(one)))
    for (const { position } of outdatedOf.get(segment) ?? []) removeRow(rows, position)
    return { segment, size, rows }
  })
  const total = found.reduce((sum, { rows }) => sum + countRows(rows), 0) + changed.length
  return { segments: found, changed, total, lookup }
}

type Matches = Map<Condition, Map<number, RowSet>>

/** By condition and segment, the rows that match before anything is negated. */
async function matchConditions(
  lookup: Lookup,
  conditions: Condition[],
  segments: queries.StoredSegment[],
): Promise<Matches> {
  const matched = conditions.map(async (condition) => {
    const sets = new Map<number, RowSet>()
    const candidates: queries.Standing[] = []
    for (const { segment, size } of segments) {
      const { rows, maybe } = lookup.match(condition, segment, size)
      sets.set(segment, rows)
      for (const position of maybe) candidates.push({ segment, position })
    }
    for (const { segment, position } of await lookup.verify(condition, candidates)) addRow(sets.get(segment)!, position)
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

/** @returns a set of its own, that the caller may change */
function evaluate(plan: Plan, within: Within): RowSet {
  const { segment, size, matches, lookup } = within
  if (plan.kind === 'condition') return matches.get(plan)!.get(segment)!.slice()
  if (plan.kind === 'not') {
    const rows = plan.alsoNot === undefined ? allRows(size) : lookup.having(plan.alsoNot, segment, size)
    return subtract(rows, evaluate(plan.item, within))
  }
  const sets = plan.items.map((item) => evaluate(item, within))
  if (plan.kind === 'any') return sets.reduce(unite, emptySet(size))
  return sets.reduce(intersect, allRows(size))
}
