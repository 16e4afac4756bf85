/**
 * What a query finds in an index, exactly: the positions in its segments, and the rows that changed
 * since and are not in a segment yet.
 */
import type { Db, Fragment } from '../../db/pool.ts'
import type { SearchContext } from '../fields.ts'
import type { Query } from '../parse.ts'
import { evaluatePlan } from './evaluate.ts'
import * as queries from './lookup-queries.ts'
import type { Edition, FoundSegment, Memory, StandingRows, StoredSegment } from './memory.ts'
import type { IndexedModel, ModelName } from './models.ts'
import { IndexMoved } from './moved.ts'
import type { Parts } from './parts.ts'
import { nameOf, planQuery } from './plan.ts'
import { isLarge, piecesOfFound } from './pieces.ts'
import { countStored, withoutRows } from './row-set.ts'

export interface FoundRows extends StandingRows {
  edition: Edition
  /** The ids of rows that changed since the index was written, and match. */
  changed: string[]
  total: number
  parts: Parts
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
  const edition = {
    version: row.version,
    segments,
    numbers,
    isCalm: !hasChanges,
    orders: new Map(),
    attributes: new Map(),
  }
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
  asked: AskedQuery,
  read: { edition: Edition; hasChanges: boolean; parts: Parts; memory: Memory },
): Promise<FoundRows> {
  const { edition, hasChanges, parts } = read
  const { version } = edition
  const [changes, found] = await Promise.all([
    hasChanges
      ? queries.findChanges(db, workspaceId, model, asked.condition)
      : { version, outdated: null, matches: [] },
    findStanding(db, workspaceId, model, asked, read),
  ])
  if (changes?.version !== version) throw new IndexMoved()
  const { segments, standing } = withoutOutdated(found, numbersIn(changes.outdated))
  return { edition, segments, standing, changed: changes.matches, total: standing + changes.matches.length, parts }
}

/**
 * What the edition itself says. It is remembered: who asks for a page asks for the next one, too. What is large is
 * remembered when it is found again soon, and until then its memory serves the next search. The table may
 * have been asked about some rows, as they stood then: those that change are outdated from then on.
 */
async function findStanding(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  { query, context }: AskedQuery,
  { edition, parts, memory }: { edition: Edition; parts: Parts; memory: Memory },
): Promise<StandingRows> {
  const plan = planQuery(query, model.search, context)
  const planName = nameOf(plan)
  const name = planName && `${editionName(workspaceId, model.name)} ${edition.version} ${planName}`
  const known = name && memory.standing.get(name)
  if (known) return known
  const found = await evaluatePlan(db, workspaceId, model, plan, edition.segments, parts)
  parts.whenKept(() => {
    if (name && (!isLarge(found.piece) || memory.foundOnce.has(name))) memory.standing.set(name, found)
    else {
      piecesOfFound.give(found.piece)
      if (name) memory.foundOnce.set(name, true)
    }
  })
  return found
}

/** @param outdated of each row, its segment and position */
function withoutOutdated({ segments, standing }: StandingRows, outdated: number[][]): StandingRows {
  if (outdated.length === 0) return { segments, standing }
  const positionsOf = Map.groupBy(outdated, ([segment]) => segment!)
  let left = standing
  const changed = segments.map((one): FoundSegment => {
    const gone = positionsOf.get(one.segment)
    if (!gone) return one
    const rows = withoutRows(
      one.rows,
      gone.map(([, at]) => at!),
    )
    left -= countStored(one.rows) - countStored(rows)
    return { ...one, rows }
  })
  return { segments: changed, standing: left }
}

/** Numbers of some things: those of one with a space between, things with a comma. */
const numbersIn = (text: string | null): number[][] =>
  text === null || text === '' ? [] : text.split(',').map((one) => one.split(' ').map(Number))
