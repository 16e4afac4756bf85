/** No id of one table is one of another's, so that an id found in an answer tells what it is. */
import type { TestApp } from '../app.ts'

export async function makeIdsDistinct({ db }: TestApp): Promise<void> {
  const sequences = await db<{ name: string }[]>`
    select quote_ident(sequencename) as name from pg_sequences
    where schemaname = 'public' and data_type::text = 'bigint' order by sequencename`
  for (const [at, { name }] of sequences.entries())
    await db`select setval(${name}::text::regclass, ${(at + 1) * 10_000_000_000}::bigint)`
}
