/**
 * The SQL of what a search reads of an index. Lists of what is wanted stand in a `select` of their
 * own: PostgreSQL looks into a list that is given to `unnest` itself, finds a plan for its length,
 * and plans every statement anew, which takes as long as running it.
 */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { separated } from '../combine.ts'
import type { Keyset } from '../keyset.ts'
import { SUBSTRING, tailOf, TERM } from './content.ts'
import type { WorkedOut } from './indexed-field.ts'
import type { StoredSegment } from './memory.ts'
import type { IndexedModel, ModelName } from './models.ts'
import { LONGEST_TEXT } from './texts.ts'

/**
 * The edition of an index that there is, and whether anything changed since it was written. Undefined
 * where the list has no index, or none that is ready.
 * @param known the edition whose segments need not be told
 * @returns the segments as text: of each its number, size and live rows
 */
export async function findEdition(
  db: Db,
  workspaceId: number,
  model: ModelName,
  known: number,
): Promise<{ version: number; has_changes: boolean; segments: string | null } | undefined> {
  const [row] = await db<{ version: number; has_changes: boolean; segments: string | null }[]>`
    select version,
      exists (select from search_changes where workspace_id = ${workspaceId} and model = ${model}) as has_changes,
      case when version <> ${known}::int then (
        select string_agg(concat_ws(' ', segment, size, alive), ',' order by segment) from search_segments
        where workspace_id = ${workspaceId} and model = ${model}) end as segments
    from search_indexes
    where workspace_id = ${workspaceId} and model = ${model} and ready`
  return row
}

export const listLive = (db: Db, workspaceId: number, model: ModelName, segments: number[]) => db<
  (Pick<StoredSegment, 'segment' | 'alive'> & { live: Buffer })[]
>`
  select segment, alive, live from search_segments
  where workspace_id = ${workspaceId} and model = ${model} and segment = any(${segments}::int[])`

export interface Wanted {
  field: string
  kind: number
  key: string
}

/** @returns `at`, from 0, tells which of the wanted ones it is */
export const listPostings = (db: Db, workspaceId: number, model: ModelName, wanted: Wanted[], segments: number[]) => db<
  { at: number; segment: number; label: string | null; rows: Buffer }[]
>`
  select wanted.at::int - 1 as at, segment, label, rows
  from unnest(
    (select ${wanted.map(({ field }) => field)}::text[]), (select ${wanted.map(({ kind }) => kind)}::smallint[]),
    (select ${wanted.map(({ key }) => key)}::text[])) with ordinality as wanted (field, kind, key, at)
  join search_postings posting on posting.workspace_id = ${workspaceId} and posting.model = ${model}
    and posting.field = wanted.field and posting.kind = wanted.kind and posting.key = wanted.key
  -- A sum, so that nothing but the key is thought of as a way to them.
  where segment + 0 = any(${segments}::int[])`

/**
 * Of the substrings that there are of some: in which segments, how texts go on after them there, and how
 * many have them.
 * @returns `at`, from 0, tells which of the keys it is
 */
export const listEntries = (
  db: Db,
  workspaceId: number,
  model: ModelName,
  field: string,
  keys: string[],
  segments: number[],
) => db<{ at: number; segments: number[]; labels: string[]; counts: number[] }[]>`
  select wanted.at::int - 1 as at, json_agg(segment) as segments, json_agg(label) as labels, json_agg(count) as counts
  from unnest((select ${keys}::text[])) with ordinality as wanted (key, at)
  join search_postings posting on posting.workspace_id = ${workspaceId} and posting.model = ${model}
    and posting.field = ${field} and posting.kind = ${SUBSTRING} and posting.key = wanted.key
  where segment + 0 = any(${segments}::int[])
  group by wanted.at`

/** Of those segments that keep no substrings of a field's values, all of its values. */
export const listTerms = (db: Db, workspaceId: number, model: ModelName, field: string, segments: number[]) => db<
  { segment: number; terms: string[] }[]
>`
  select segment, array_agg(key) as terms from search_postings
  where workspace_id = ${workspaceId} and model = ${model} and field = ${field} and kind = ${TERM}
    and segment = any(array(
      select segment from unnest(${segments}::int[]) as asked (segment)
      where not exists (
        select from search_postings other
        where other.workspace_id = ${workspaceId} and other.model = ${model} and other.field = ${field}
          and other.kind = ${SUBSTRING} and other.key = '' and other.segment = asked.segment)))
  group by segment`

/** Where the buckets of fields begin, and how many rows each has, in their order, as text. */
export const listLows = (db: Db, workspaceId: number, model: ModelName, fields: string[], segments: number[]) => db<
  { field: string; segment: number; lows: string; sizes: string }[]
>`
  select field, segment, string_agg(low::text, ' ' order by low) as lows, string_agg(size::text, ' ' order by low) as sizes
  from search_numbers
  where workspace_id = ${workspaceId} and model = ${model} and field = any(${fields}::text[])
    and segment + 0 = any(${segments}::int[])
  group by field, segment`

/** Of the buckets in the order of a text, where each begins and how many rows it has. */
export const listOrder = (db: Db, workspaceId: number, model: ModelName, field: string, segments: number[]) => db<
  { segment: number; firsts: [text: string, id: number][]; sizes: number[] }[]
>`
  select segment, json_agg(first order by low) as firsts, json_agg(size order by low) as sizes from search_numbers
  where workspace_id = ${workspaceId} and model = ${model} and field = ${field} and segment + 0 = any(${segments}::int[])
  group by segment`

export interface WantedBucket {
  field: string
  segment: number
  /** Which one of the segment's it is, from 0. */
  at: number
  low: number
}

/** See NumberBucket. */
export interface StoredBucket {
  numbers: Buffer | null
  texts: Buffer | null
  rows: Buffer
}

/** @returns `at`, from 0, tells which of the wanted ones it is */
export const listBuckets = (db: Db, workspaceId: number, model: ModelName, wanted: WantedBucket[]) =>
  db<
    (StoredBucket & { at: number })[]
  >`select wanted.at::int - 1 as at, numbers, texts, rows from ${bucketsOf(workspaceId, model, wanted)}`

/**
 * Of the buckets that values may be in by their hashes, those that have them: the rest stays where it is.
 * @param wanted `term` tells which of the terms it is, from 0
 * @returns `at`, from 0, tells which of the wanted ones it is
 */
export const listTails = (
  db: Db,
  workspaceId: number,
  model: ModelName,
  field: string,
  terms: string[],
  wanted: { term: number; segment: number; low: number }[],
) => db<(StoredBucket & { at: number })[]>`
  select wanted.at::int - 1 as at, numbers, texts, rows
  from unnest(
    (select ${wanted.map(({ term }) => term + 1)}::int[]), (select ${wanted.map(({ segment }) => segment)}::int[]),
    (select ${wanted.map(({ low }) => low)}::float8[])) with ordinality as wanted (term, segment, low, at)
  cross join lateral (select convert_to((select ${terms}::text[])[wanted.term], 'UTF8') as text) asked
  join search_numbers bucket on ${isWanted(workspaceId, model)} and bucket.field = ${tailOf(field)}
  where position(asked.text in texts) > 0 or octet_length(asked.text) > ${LONGEST_TEXT}`

export const listBelow = (db: Db, workspaceId: number, model: ModelName, wanted: WantedBucket[]) =>
  db<
    { at: number; below: Buffer }[]
  >`select wanted.at::int - 1 as at, below from ${bucketsOf(workspaceId, model, wanted)}`

const bucketsOf = (workspaceId: number, model: ModelName, wanted: WantedBucket[]): Fragment => fragment`
  unnest(
    (select ${wanted.map(({ field }) => field)}::text[]), (select ${wanted.map(({ segment }) => segment)}::int[]),
    (select ${wanted.map(({ low }) => low)}::float8[])) with ordinality as wanted (field, segment, low, at)
  join search_numbers bucket on ${isWanted(workspaceId, model)} and bucket.field = wanted.field`

const isWanted = (workspaceId: number, model: ModelName): Fragment => fragment`
  bucket.workspace_id = ${workspaceId} and bucket.model = ${model} and bucket.segment = wanted.segment
    and bucket.low = wanted.low`

/** What limits come to that only the database can work out. */
export async function listLimits(db: Db, limits: WorkedOut[]): Promise<number[]> {
  const items = limits.map(({ sql }) => sql)
  const [row] = await db<{ limits: number[] }[]>`select array[${separated(items, fragment`,`)}]::float8[] as limits`
  return row!.limits
}

export interface Standing {
  segment: number
  position: number
}

/**
 * Of the rows that changed since an edition, where they stand in it, and the ids of those that match
 * now: in one statement, because a row that changes between two would be found twice or not at all.
 * @returns where they stand as text: of each its segment and position
 */
export async function findChanges(
  db: Db,
  workspaceId: number,
  { name, table, search, listed }: IndexedModel,
  condition: Fragment,
): Promise<{ version: number; outdated: string | null; matches: string[] } | undefined> {
  const type = search.id.type === 'bigint' ? fragment`bigint` : fragment`text`
  const changed = fragment`array(
    select distinct id from search_changes where workspace_id = ${workspaceId} and model = ${name})`
  const [row] = await db<{ version: number; outdated: string | null; matches: string[] }[]>`
    select version,
      (select string_agg(concat_ws(' ', segment, position), ',') from search_rows
        where workspace_id = ${workspaceId} and model = ${name} and id = any(${changed})) as outdated,
      array(select ${search.id.column}::text from ${table}
        where workspace_id = ${workspaceId} and ${listed} and ${condition}
          and ${search.id.column} = any(${changed}::${type}[])) as matches
    from search_indexes
    where workspace_id = ${workspaceId} and model = ${name} and ready`
  return row
}

/** Of some rows, those that match. Their lists are looked into: for many of them another plan is the better one. */
export const listVerified = (
  db: Db,
  workspaceId: number,
  { name, table, search }: IndexedModel,
  rows: Standing[],
  condition: Fragment,
) => db<Standing[]>`
  select standing.segment, standing.position
  from unnest(${rows.map(({ segment }) => segment)}::int[], ${rows.map(({ position }) => position)}::int[])
    as asked (segment, position)
  join search_rows standing on standing.workspace_id = ${workspaceId} and standing.model = ${name}
    and standing.segment = asked.segment and standing.position = asked.position
  join ${table} on ${table}.workspace_id = ${workspaceId} and ${search.id.column} = ${typedId(search.id.type)}
  where ${condition}`

/** Where the rows stand that match, found in the table itself. */
export const listMatching = (
  db: Db,
  workspaceId: number,
  { name, table, search, listed }: IndexedModel,
  condition: Fragment,
) => db<Standing[]>`
  select segment, position from search_rows
  where workspace_id = ${workspaceId} and model = ${name} and id = any(array(
    select ${search.id.column}::text from ${table} where workspace_id = ${workspaceId} and ${listed} and ${condition}))`

/** An array of the ids of rows, to stand inside another query. */
export function idsOf(workspaceId: number, { name, search }: IndexedModel, rows: Standing[]): Fragment {
  const bySegment = [...Map.groupBy(rows, ({ segment }) => segment)]
  return fragment`array(
    select ${typedId(search.id.type)}
    from unnest(
      (select ${bySegment.map(([segment]) => segment)}::int[]),
      (select ${bySegment.map(([, some]) => `{${some.map(({ position }) => position).join(',')}}`)}::text[])
    ) as asked (segment, positions)
    cross join lateral (
      select id from search_rows
      where workspace_id = ${workspaceId} and model = ${name} and segment = asked.segment
        and position = any(asked.positions::int[])) standing)`
}

/**
 * Whether an edition is the one that there is, to stand inside another query.
 * @param calm nor must anything have changed since
 */
export function standsStill(workspaceId: number, model: ModelName, version: number, calm: boolean): Fragment {
  const stands = fragment`(
    select version from search_indexes
    where workspace_id = ${workspaceId} and model = ${model} and ready) = ${version}::int`
  if (!calm) return stands
  return fragment`${stands} and not exists (
    select from search_changes where workspace_id = ${workspaceId} and model = ${model})`
}

const typedId = (type: 'text' | 'bigint') => (type === 'bigint' ? fragment`standing.id::bigint` : fragment`standing.id`)

/** The first rows in the order of their ids that meet a condition, after those that were shown. */
export async function listMissing(
  db: Db,
  workspaceId: number,
  { table, search, listed }: IndexedModel,
  condition: Fragment,
  { order, last }: Keyset,
  limit: number,
): Promise<string[]> {
  const { column, type } = search.id
  const [direction, beyond] =
    order.direction === 'ascending' ? [fragment`asc`, fragment`>`] : [fragment`desc`, fragment`<`]
  const after =
    last?.key === null
      ? fragment`${column} ${beyond} ${String(last.id)}::text::${type === 'bigint' ? fragment`bigint` : fragment`text`}`
      : fragment`true`
  const rows = await db<{ id: string }[]>`
    select ${column}::text as id from ${table}
    where workspace_id = ${workspaceId} and ${listed} and ${after} and ${condition}
    order by workspace_id ${direction}, ${column} ${direction} limit ${limit}`
  return rows.map(({ id }) => id)
}
