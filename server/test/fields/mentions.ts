/** Where a text stands in the database: every column of every table, as the migrated schema has them. */
import type { Pool } from '../../db/pool.ts'

/** Tables but for the parts of those that are partitioned, which are read through their whole. */
export const listTables = (db: Pool) => db<{ schema: string; name: string }[]>`
  select n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
  order by 1, 2`

/** @returns `table.column` of all that hold the text */
export async function mentionsOf(db: Pool, text: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { schema, name } of await listTables(db)) {
    const rows = await db<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${db(schema)}.${db(name)} t where t::text like ${`%${text}%`}`
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row))
        if (JSON.stringify(value).includes(text)) found.add(`${name}.${column}`)
  }
  return found
}

/** @returns `table.column` of all that refer to a contact: by a foreign key, or by their name */
export async function columnsThatReferToContacts(db: Pool): Promise<string[]> {
  const rows = await db<{ at: string }[]>`
    select c.relname || '.' || a.attname as at
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and (
      a.attname ~ '(^|_)contact_ids?$' or exists (
        select from pg_constraint f
        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'contacts'::regclass
          and a.attnum = any(f.conkey) and a.attname <> 'workspace_id'))
    order by 1`
  return rows.map(({ at }) => at)
}
