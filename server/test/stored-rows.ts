/**
 * The rows that a workspace has stored, by table, each row as the text of its JSON. A table is read again only where
 * its rows were written since the last time: from one request to the next most tables stay as they are.
 *
 *   const rows = await storedRows(app.db, workspace.id)
 *   rows.get('tags')                        // sorted; the same array as before while nothing writes to the table
 */
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from '../db/pool.ts'

export type StoredRows = ReadonlyMap<string, readonly string[]>

interface Mark {
  name: string
  count: number
  /** Sum and highest number of the transactions that wrote the rows. */
  sum: number
  last: number
}

interface Read extends Mark {
  rows: readonly string[]
}

export const IS_SEARCH = /^search_/

/** The column by which each table is read. */
let columns: Map<string, string> | undefined
const kept = new WeakMap<Pool, Map<number, Map<string, Read>>>()

export async function storedRows(db: Pool, workspaceId: number): Promise<StoredRows> {
  columns ??= await columnsOf(db)
  const known = readsOf(db, workspaceId)
  // One text for all workspaces, so that the database plans it once.
  const marks = await db.unsafe<Mark[]>([...columns].map(markOf).join(' union all '), [workspaceId])
  await Promise.all(
    marks.map(async (mark) => {
      const before = known.get(mark.name) ?? { ...mark, count: 0, sum: 0, last: 0, rows: [] }
      if (!known.has(mark.name) || before.count !== mark.count || before.sum !== mark.sum)
        known.set(mark.name, { ...mark, rows: await readRows(db, workspaceId, before, mark) })
    }),
  )
  return new Map([...columns.keys()].map((name) => [name, known.get(name)!.rows]))
}

/**
 * A later transaction has a higher number, so that a row that is inserted or changed raises the sum, and one that is
 * deleted alone lowers the count.
 */
const markOf = ([name, column]: [string, string]) => `
  select '${name}' as name, count(*)::int as count, coalesce(sum(xmin::text::bigint), 0)::float8 as sum,
    coalesce(max(xmin::text::bigint), 0)::float8 as last
  from ${name} where ${column} = $1`

/** Tables that only grow, as the outbox does, are read on from their end. */
async function readRows(db: Pool, workspaceId: number, before: Read, now: Mark): Promise<readonly string[]> {
  const read = (after: number) =>
    db.unsafe<{ row: string; xmin: number }[]>(
      `select to_jsonb(t)::text as row, xmin::text::float8 as xmin from ${now.name} t
       where ${columns!.get(now.name)!} = $1 and xmin::text::bigint > $2`,
      [workspaceId, after],
    )
  const added = await read(before.last)
  const grew =
    before.count + added.length === now.count && added.reduce((sum, { xmin }) => sum + xmin, before.sum) === now.sum
  if (grew) return [...before.rows, ...added.map(({ row }) => row)].toSorted()
  return (await read(0)).map(({ row }) => row).toSorted()
}

/** @returns the names of tables whose rows differ; search indexes repeat rows and are left out */
export const changedTables = (before: StoredRows, after: StoredRows): string[] =>
  [...after.keys()].filter((name) => !IS_SEARCH.test(name) && !isDeepStrictEqual(before.get(name), after.get(name)))

function readsOf(db: Pool, workspaceId: number): Map<string, Read> {
  const ofDatabase = kept.get(db) ?? new Map<number, Map<string, Read>>()
  kept.set(db, ofDatabase)
  const reads = ofDatabase.get(workspaceId) ?? new Map<string, Read>()
  ofDatabase.set(workspaceId, reads)
  return reads
}

async function columnsOf(db: Pool): Promise<Map<string, string>> {
  const tables = await db<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`
  return new Map([...tables.map(({ name }) => [name, 'workspace_id'] as const), ['workspaces', 'id']])
}
