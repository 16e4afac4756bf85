/** The indexes that searches alone use: made after the rows, which is many times as fast. */
import type { Pool } from '../../../server/db/pool.ts'

/** On `contacts`, `companies` and `threads`: the inverted ones and those of the migration of native search. */
export const SEARCH_INDEXES = [
  'contacts_by_value',
  'contacts_by_part',
  'contacts_by_last_seen',
  'contacts_by_name',
  'companies_by_value',
  'threads_by_value',
  'threads_by_part',
  'threads_by_waiting',
  'threads_open',
]

/** @returns makes them again */
export async function dropSearchIndexes(db: Pool): Promise<() => Promise<void>> {
  const rows = await db<{ definition: string }[]>`
    select pg_get_indexdef(indexrelid) as definition from pg_index
    where indexrelid::regclass::text = any(${SEARCH_INDEXES})`
  for (const name of SEARCH_INDEXES) await db.unsafe(`drop index ${name}`)
  return async () => {
    for (const { definition } of rows) await db.unsafe(definition)
  }
}

/** Bytes of the search indexes and side tables, and of all else in the database. */
export async function diskOf(db: Pool): Promise<{ search: number; data: number }> {
  const [row] = await db<{ search: number; everything: number }[]>`
    select pg_database_size(current_database()) as everything,
      (select sum(pg_relation_size(name::regclass)) from unnest(${SEARCH_INDEXES}::text[]) name) +
      pg_total_relation_size('contact_numbers') + pg_total_relation_size('company_numbers') as search`
  const search = Number(row!.search)
  return { search, data: Number(row!.everything) - search }
}
