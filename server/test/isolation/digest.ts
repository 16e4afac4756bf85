/** A digest of all that a workspace has stored, by table. */
import type { Pool } from '../../db/pool.ts'

/** A search index repeats rows. */
const IS_SEARCH = /^search_/
let statement: string | undefined

export async function digest(db: Pool, workspaceId: number): Promise<Record<string, string>> {
  statement ??= await writeStatement(db)
  const rows = await db.unsafe<{ name: string; digest: string }[]>(statement, [workspaceId])
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}

async function writeStatement(db: Pool): Promise<string> {
  const tables = await db<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`
  const each = tables.filter(({ name }) => !IS_SEARCH.test(name)).map(({ name }) => digestOf(name, 'workspace_id'))
  return [...each, digestOf('workspaces', 'id')].join(' union all ')
}

const digestOf = (name: string, column: string) =>
  `select '${name}' as name, count(*) || md5(string_agg(t::text, '' order by t::text)) as digest from ${name} t where ${column} = $1`
