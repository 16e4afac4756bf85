/** The SQL of what an index is made of: its segments, and the changes that are not in one yet. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { separated } from '../combine.ts'
import type { Value } from './build.ts'
import type { IndexedColumn, IndexedModel, ModelName } from './models.ts'
import { addRows, decodeRows, emptySet, encodeSet, type RowSet } from './row-set.ts'

export interface Segment {
  segment: number
  size: number
  alive: number
}

export const listSegments = (db: Db, workspaceId: number, model: ModelName): Promise<Segment[]> => db<Segment[]>`
  select segment, size, alive from search_segments
  where workspace_id = ${workspaceId} and model = ${model} order by segment`

/** Notes that the list is indexed from now on; when it is done, every transaction notes what it changes. */
export async function insertIndex(db: Db, workspaceId: number, { name, table }: IndexedModel): Promise<void> {
  await db`insert into search_indexes (workspace_id, model) values (${workspaceId}, ${name})`
  // Those that began before, and know nothing of the index, are waited for.
  await db`lock table ${table} in share row exclusive mode`
}

export const updateReady = (db: Db, workspaceId: number, model: ModelName) => db`
  update search_indexes set ready = true where workspace_id = ${workspaceId} and model = ${model}`

/** Tells whoever searches that there is another edition of the index. */
export const updateVersion = (db: Db, workspaceId: number, model: ModelName) => db`
  update search_indexes set version = nextval('search_segment_numbers')
  where workspace_id = ${workspaceId} and model = ${model}`

/** Of a row; its age as text, because a date here has no microseconds. */
export interface Place {
  age: string
  id: string
}

interface RowToIndex {
  id: string
  age: string
  values: Value[]
}

/** The next rows of the whole list, the oldest first. */
export const listOldest = (
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  columns: IndexedColumn[],
  after: Place | undefined,
  limit: number,
): Promise<RowToIndex[]> => {
  const { age, search } = model
  const further = after
    ? fragment`(${age.column}, ${search.id.column}) > (${after.age}::text::timestamptz, ${after.id}::text::${typeOf(model)})`
    : fragment`true`
  return listRows(db, workspaceId, model, columns, further, fragment`limit ${limit}`)
}

/** Those of the ids that the list shows, the oldest first. */
export async function sortByAge(db: Db, workspaceId: number, model: IndexedModel, ids: string[]): Promise<string[]> {
  const { table, listed, age, search } = model
  const rows = await db<{ id: string }[]>`
    select ${search.id.column}::text as id from ${table}
    where workspace_id = ${workspaceId} and ${listed} and ${isAmong(model, ids)}
    order by ${age.column}, ${search.id.column}`
  return rows.map(({ id }) => id)
}

/** The rows of those ids that the list shows, the oldest first. */
export const listByIds = (
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  columns: IndexedColumn[],
  ids: string[],
): Promise<RowToIndex[]> => listRows(db, workspaceId, model, columns, isAmong(model, ids), fragment``)

async function listRows(
  db: Db,
  workspaceId: number,
  { table, listed, age, search }: IndexedModel,
  columns: IndexedColumn[],
  condition: Fragment,
  limit: Fragment,
): Promise<RowToIndex[]> {
  const values = separated(
    columns.map(({ value }) => value),
    fragment`,`,
  )
  const rows = await db`
    select ${search.id.column}::text, ${age.column}::text, ${values} from ${table}
    where workspace_id = ${workspaceId} and ${listed} and ${condition}
    order by ${age.column}, ${search.id.column} ${limit}`.values()
  return rows.map(([id, age, ...values]): RowToIndex => ({ id, age, values }))
}

const isAmong = (model: IndexedModel, ids: string[]): Fragment =>
  fragment`${model.search.id.column} = any(${ids}::text[]::${typeOf(model)}[])`

const typeOf = ({ search }: IndexedModel) => (search.id.type === 'bigint' ? fragment`bigint` : fragment`text`)

/** Ids as they were changed, with what notes them; one changed twice stands there twice. */
export const listChanges = (db: Db, workspaceId: number, model: ModelName, limit: number) =>
  db<
    { seq: number; id: string }[]
  >`select seq, id from search_changes where workspace_id = ${workspaceId} and model = ${model} order by seq limit ${limit}`

export const deleteChanges = (db: Db, workspaceId: number, model: ModelName, seqs: number[]) => db`
  delete from search_changes where workspace_id = ${workspaceId} and model = ${model} and seq = any(${seqs}::bigint[])`

/** How many changes wait, up to a limit, and the newest of them. */
export async function countChanges(db: Db, workspaceId: number, model: ModelName, limit: number) {
  const [row] = await db<{ count: number; newest: number | null }[]>`
    select count(*)::int as count, max(seq) as newest from (
      select seq from search_changes where workspace_id = ${workspaceId} and model = ${model}
      order by seq desc limit ${limit}) newest`
  return row!
}

/** Lists of at least so many rows, and whether they have an index. */
export const listLarge = (db: Db, from: number) => db<
  { workspace_id: number; model: ModelName; is_ready: boolean | null }[]
>`
  select counts.workspace_id, large.model, search_indexes.ready as is_ready
  from (values ('contacts', 'contact'), ('companies', 'company'), ('conversations', 'conversation')) large (name, model)
  join counts on counts.name = large.name and counts.total >= ${from}
  left join search_indexes on search_indexes.workspace_id = counts.workspace_id and search_indexes.model = large.model
  order by counts.workspace_id, large.model`

export const analyzeIndexes = (db: Db) =>
  db`analyze search_segments, search_rows, search_postings, search_numbers, search_changes`

/** What is folded leaves room that the next changes take. */
export const cleanChanges = (db: Db) => db`vacuum (truncate false) search_changes`

/** The ids that stand in these segments and were not changed since. */
export async function listAlive(db: Db, workspaceId: number, model: ModelName, segments: number[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from search_rows
    where workspace_id = ${workspaceId} and model = ${model} and segment = any(${segments}::int[])`
  return rows.map(({ id }) => id)
}

/** Takes rows out of the index. @returns where they stood */
export const deleteRows = (db: Db, workspaceId: number, model: ModelName, ids: string[]) => db<
  { segment: number; position: number }[]
>`
  delete from search_rows where workspace_id = ${workspaceId} and model = ${model} and id = any(${ids})
  returning segment, position`

export async function deleteSegments(db: Db, workspaceId: number, model: ModelName, segments: number[]): Promise<void> {
  for (const table of ['search_postings', 'search_numbers', 'search_rows', 'search_segments'])
    await db`
      delete from ${db(table)}
      where workspace_id = ${workspaceId} and model = ${model} and segment = any(${segments}::int[])`
}

export async function getLive(db: Db, workspaceId: number, model: ModelName, segment: number): Promise<RowSet> {
  const [row] = await db<{ live: Buffer; size: number }[]>`
    select live, size from search_segments
    where workspace_id = ${workspaceId} and model = ${model} and segment = ${segment}`
  return addRows(emptySet(row!.size), decodeRows(row!.live))
}

export const updateLive = (
  db: Db,
  workspaceId: number,
  model: ModelName,
  segment: number,
  { live, alive }: { live: RowSet; alive: number },
) => db`
  update search_segments set live = ${encodeSet(live)}, alive = ${alive}
  where workspace_id = ${workspaceId} and model = ${model} and segment = ${segment}`
