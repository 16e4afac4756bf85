/**
 * The rows of an edition that a plan finds: its conditions are looked up, what they match is put together.
 */
import type { Db } from '../../db/pool.ts'
import { Lookup } from './lookup.ts'
import type { FoundSegment, KeptRows, StoredSegment } from './memory.ts'
import type { IndexedModel } from './models.ts'
import type { Parts } from './parts.ts'
import { conditionsOf, fieldsToKnow, type Condition, type Plan } from './plan.ts'
import { addRow, intersect, keepTogether, subtract, unite, type RowSet } from './row-set.ts'
import { ScratchSets } from './scratch-sets.ts'

export async function evaluatePlan(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  plan: Plan,
  segments: StoredSegment[],
  parts: Parts,
): Promise<KeptRows> {
  const conditions = conditionsOf(plan)
  const sets = new ScratchSets()
  const lookup = new Lookup({ tx: db, workspaceId, model, parts }, segments, sets)
  await Promise.all([
    parts.loadLive(segments.filter(({ size, alive }) => alive < size)),
    lookup.load(conditions, fieldsToKnow(plan)),
  ])
  const matches = await matchConditions(lookup, conditions, sets)
  const found = segments.flatMap((one) => {
    const { segment, size, alive } = one
    const rows = evaluate(plan, { segment, size, matches, lookup, sets })
    if (!rows) return []
    if (alive < size) intersect(rows, sets.of(parts.live(one), size))
    return { segment, size, rows }
  })
  const { kept, count, piece } = keepTogether(found.map(({ rows }) => rows))
  sets.release()
  return {
    segments: found.map((one, at): FoundSegment => ({ ...one, rows: kept[at]! })),
    standing: count,
    piece,
  }
}

type Matches = Map<Condition, Map<number, RowSet>>

/** By condition and segment, the rows that match before anything is negated; nothing where none does. */
async function matchConditions(lookup: Lookup, conditions: Condition[], scratch: ScratchSets): Promise<Matches> {
  const matched = conditions.map(async (condition) => {
    const matches = lookup.match(condition)
    const candidates = matches.flatMap(({ segment, maybe }) => maybe.map((position) => ({ segment, position })))
    const verified = await lookup.verify(condition, candidates)
    const positionsOf = Map.groupBy(verified, ({ segment }) => segment)
    const sets = new Map<number, RowSet>()
    for (const { segment, size, rows } of matches) {
      const positions = positionsOf.get(segment)
      const set = rows ?? (positions && scratch.empty(size))
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
  sets: ScratchSets
}

/** @returns a set that the caller may change, as nobody else asks for it; undefined where no row is found */
function evaluate(plan: Plan, within: Within): RowSet | undefined {
  const { segment, size, matches, lookup, sets } = within
  if (plan.kind === 'condition') return matches.get(plan)!.get(segment)
  if (plan.kind === 'not') {
    const rows = plan.alsoNot === undefined ? sets.all(size) : lookup.having(plan.alsoNot, segment, size)
    const not = rows && evaluate(plan.item, within)
    return rows && not ? subtract(rows, not) : rows
  }
  let found = plan.kind === 'all' && plan.items.length === 0 ? sets.all(size) : undefined
  for (const [at, item] of plan.items.entries()) {
    const rows = evaluate(item, within)
    if (plan.kind === 'any') found = found && rows ? unite(found, rows) : (found ?? rows)
    else if (!rows) return undefined
    else found = at === 0 ? rows : intersect(found!, rows)
  }
  return found
}
