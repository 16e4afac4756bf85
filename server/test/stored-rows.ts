/**
 * The rows that a workspace has stored, by table, each row as the text of its JSON. A table is read again only where
 * its rows were written since the last time: from one request to the next most tables stay as they are. In a database
 * that is watched (watched-writes.ts), a table to which nobody wrote is not even asked for its marks.
 *
 *   const rows = await storedRows(app.db, workspace.id)
 *   rows.get('tags')                        // sorted; the same array as before while nothing writes to the table
 */
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from '../db/pool.ts'
import { lookForWrites } from './watched-writes.ts'

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

/** A workspace's tables as they were read last. */
interface Known {
  tables: Map<string, Read>
  rows: StoredRows
  /** Writes that were known then, by table. */
  writes: Map<string, number>
}

export const IS_SEARCH = /^search_/

/** The column by which each table is read. */
let columns: Map<string, string> | undefined
const kept = new WeakMap<Pool, Map<number, Known>>()

export async function storedRows(db: Pool, workspaceId: number): Promise<StoredRows> {
  columns ??= await columnsOf(db)
  const known = knownOf(db, workspaceId)
  const found = await lookForWrites(db)
  // Writes from now on are found by the next look.
  const writes = found && new Map(found)
  const names = [...columns.keys()].filter(
    (name) => !writes || !known.tables.has(name) || known.writes.get(name) !== writes.get(name),
  )
  if (names.length === 0) return known.rows
  // A text for all tables and one for each, the same for all workspaces, so that the database plans them once.
  const texts = names.length === columns.size ? [names.map(markOf).join(' union all ')] : names.map(markOf)
  const marks = (await Promise.all(texts.map((text) => db.unsafe<Mark[]>(text, [workspaceId])))).flat()
  const { tables } = known
  let isNew = false
  await Promise.all(
    marks.map(async (mark) => {
      const before = tables.get(mark.name) ?? { ...mark, count: 0, sum: 0, last: 0, rows: [] }
      if (tables.has(mark.name) && before.count === mark.count && before.sum === mark.sum) return
      isNew = true
      tables.set(mark.name, { ...mark, rows: await readRows(db, workspaceId, before, mark) })
    }),
  )
  if (writes) known.writes = writes
  if (isNew) known.rows = new Map([...columns.keys()].map((name) => [name, tables.get(name)!.rows]))
  return known.rows
}

/**
 * A later transaction has a higher number, so that a row that is inserted or changed raises the sum, and one that is
 * deleted alone lowers the count.
 */
const markOf = (name: string) => `
  select '${name}' as name, count(*)::int as count, coalesce(sum(xmin::text::bigint), 0)::float8 as sum,
    coalesce(max(xmin::text::bigint), 0)::float8 as last
  from ${name} where ${columns!.get(name)!} = $1`

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
  before === after
    ? []
    : [...after.keys()].filter((name) => !IS_SEARCH.test(name) && !isDeepStrictEqual(before.get(name), after.get(name)))

function knownOf(db: Pool, workspaceId: number): Known {
  const ofDatabase = kept.get(db) ?? new Map<number, Known>()
  kept.set(db, ofDatabase)
  const known = ofDatabase.get(workspaceId) ?? { tables: new Map(), rows: new Map(), writes: new Map() }
  ofDatabase.set(workspaceId, known)
  return known
}

async function columnsOf(db: Pool): Promise<Map<string, string>> {
  const tables = await db<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`
  return new Map([...tables.map(({ name }) => [name, 'workspace_id'] as const), ['workspaces', 'id']])
}
