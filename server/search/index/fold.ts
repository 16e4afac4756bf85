/**
 * Keeps the index of one list: makes it when the list has grown large, then folds what changed
 * into new segments, and small segments into larger ones. Each step is one transaction, so that
 * whoever searches sees the index before it or after it.
 *
 *   await foldIndex(db, workspaceId, MODELS.contact)
 */
import { apart, type Db, type Pool, type Transaction } from '../../db/pool.ts'
import { SegmentBuilder } from './build.ts'
import { idNumber } from './content.ts'
import { insertSegment } from './insert-segment.ts'
import { listColumns, type IndexedColumn, type IndexedModel } from './models.ts'
import { addRow, countRows, emptySet, removeRow, SEGMENT_ROWS } from './row-set.ts'
import * as queries from './segment-queries.ts'

/** Sizes of segments, each eight times the one before; eight of one size become one of the next. */
const TIERS = [512, 4096, SEGMENT_ROWS / 2]
const TOGETHER = 8
/** Of a segment of which less than this is left, the rest moves to a new one. */
const WORN = 0.6
/** As many changes as are folded at once; there may be more at the next time. */
const CHANGES = 20_000

/**
 * Makes the index of a list that has none. What changes meanwhile is noted, and folded afterwards.
 * One that was begun and not finished is begun again.
 * @returns whether it was made: another process may be at it
 */
export async function makeIndex(db: Pool, workspaceId: number, model: IndexedModel): Promise<boolean> {
  return apart(db, async (own) => {
    const [lock] = await own<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${lockOf(model)}, ${workspaceId}) as taken`
    if (!lock!.taken) return false
    try {
      await writeAll(db, workspaceId, model)
    } finally {
      await own`select pg_advisory_unlock(${lockOf(model)}, ${workspaceId})`
    }
    return true
  })
}

async function writeAll(db: Pool, workspaceId: number, model: IndexedModel): Promise<void> {
  await db.begin(async (tx) => {
    await dropIndex(tx, workspaceId, model)
    await queries.insertIndex(tx, workspaceId, model)
  })
  const columns = await listColumns(db, workspaceId, model)
  for (let after: queries.Place | undefined; ;) {
    const next = await readSegment(db, workspaceId, model, columns, after)
    if (next.ids.length === 0) break
    await db.begin((tx) => writeSegment(tx, workspaceId, model, next))
    after = next.last
    if (next.ids.length < SEGMENT_ROWS) break
  }
  // Until the database knows how much there is now, it takes wrong ways through it.
  await queries.analyzeIndexes(db)
  await queries.updateReady(db, workspaceId, model.name)
}

/** Notes nothing more, and forgets what is there: searches go to the table again. */
async function dropIndex(tx: Db, workspaceId: number, { name }: IndexedModel): Promise<void> {
  for (const table of [
    'search_indexes',
    'search_changes',
    'search_segments',
    'search_rows',
    'search_postings',
    'search_numbers',
  ])
    await tx`delete from ${tx(table)} where workspace_id = ${workspaceId} and model = ${name}`
}

/** @returns how many changes it folded; 0 also where another process is at it */
export function foldIndex(db: Pool, workspaceId: number, model: IndexedModel): Promise<number> {
  return db.begin('isolation level repeatable read', async (tx) => {
    const [lock] = await tx<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(${lockOf(model)}, ${workspaceId}) as taken`
    if (!lock!.taken) return 0
    const changes = await queries.listChanges(tx, workspaceId, model.name, CHANGES)
    const changed = [...new Set(changes.map(({ id }) => id))]
    await takeOut(tx, workspaceId, model, changed)
    const segments = await queries.listSegments(tx, workspaceId, model.name)
    const merged = segmentsToMerge(segments, changed.length).map(({ segment }) => segment)
    if (changed.length === 0 && merged.length === 0) return 0
    const moved = await queries.listAlive(tx, workspaceId, model.name, merged)
    await queries.deleteSegments(tx, workspaceId, model.name, merged)
    await putIn(tx, workspaceId, model, [...changed, ...moved])
    await queries.updateVersion(tx, workspaceId, model.name)
    await queries.deleteChanges(
      tx,
      workspaceId,
      model.name,
      changes.map(({ seq }) => seq),
    )
    return changes.length
  })
}

/** Of advisory locks, the first number: the second is the workspace's. */
const lockOf = ({ name }: IndexedModel): number => 505_043_200 + ['contact', 'company', 'conversation'].indexOf(name)

/** Marks rows as gone from where they stand. */
async function takeOut(tx: Transaction, workspaceId: number, { name }: IndexedModel, ids: string[]): Promise<void> {
  const stood = Map.groupBy(await queries.deleteRows(tx, workspaceId, name, ids), ({ segment }) => segment)
  for (const [segment, rows] of stood) {
    const live = await queries.getLive(tx, workspaceId, name, segment)
    for (const { position } of rows) removeRow(live, position)
    await queries.updateLive(tx, workspaceId, name, segment, { live, alive: countRows(live) })
  }
}

/** Writes rows into new segments, in the order of their age. */
async function putIn(tx: Transaction, workspaceId: number, model: IndexedModel, ids: string[]): Promise<void> {
  const columns = await listColumns(tx, workspaceId, model)
  const sorted = await queries.sortByAge(tx, workspaceId, model, ids)
  for (let start = 0; start < sorted.length; start += SEGMENT_ROWS) {
    const draft = new Draft(columns)
    const part = sorted.slice(start, start + SEGMENT_ROWS)
    for (let at = 0; at < part.length; at += BATCH)
      draft.add(await queries.listByIds(tx, workspaceId, model, columns, part.slice(at, at + BATCH)))
    if (draft.ids.length > 0) await writeSegment(tx, workspaceId, model, draft)
  }
}

/** Which segments are written anew together. */
export function segmentsToMerge(segments: queries.Segment[], added: number): queries.Segment[] {
  const worn = segments.filter(({ size, alive }) => alive < size * WORN)
  for (const [tier, limit] of TIERS.entries()) {
    const from = TIERS[tier - 1] ?? 0
    const alike = segments.filter(({ alive }) => alive >= from && alive < limit)
    // What is added is a segment of its own, and may be the eighth.
    if (alike.length + (added >= from && added < limit ? 1 : 0) >= TOGETHER)
      return [...new Set([...worn, ...segments.filter(({ alive }) => alive < limit)])]
  }
  return worn
}

/** Rows in one reading. */
const BATCH = 4096

/** A segment in the making: no more of its rows are in memory than what is made of them. */
class Draft {
  ids: string[] = []
  last: queries.Place | undefined
  #builder: SegmentBuilder

  constructor(columns: IndexedColumn[]) {
    this.#builder = new SegmentBuilder(columns)
  }

  add(rows: Awaited<ReturnType<typeof queries.listByIds>>): void {
    for (const { id, age, values } of rows) {
      this.#builder.add(idNumber(id), values)
      this.ids.push(id)
      this.last = { id, age }
    }
  }

  content = () => this.#builder.finish()
}

async function readSegment(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  columns: IndexedColumn[],
  after: queries.Place | undefined,
): Promise<Draft> {
  const draft = new Draft(columns)
  for (let place = after; draft.ids.length < SEGMENT_ROWS; place = draft.last) {
    const limit = Math.min(BATCH, SEGMENT_ROWS - draft.ids.length)
    const rows = await queries.listOldest(db, workspaceId, model, columns, place, limit)
    draft.add(rows)
    if (rows.length < limit) break
  }
  return draft
}

async function writeSegment(tx: Transaction, workspaceId: number, { name }: IndexedModel, draft: Draft): Promise<void> {
  const live = emptySet(draft.ids.length)
  for (let row = 0; row < draft.ids.length; row++) addRow(live, row)
  await insertSegment(tx, workspaceId, name, { ids: draft.ids, live, content: draft.content() })
}
