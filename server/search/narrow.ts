/**
 * Ranges of custom attributes. Their numbers stand in a side table in order; whether a range is
 * worth looking up there, the side table itself tells: it is asked first whether it has few rows there.
 */
import { fragment, type Db, type Fragment } from '../db/pool.ts'
import { compileQuery } from './compile.ts'
import type { NumberRange, SearchContext } from './fields.ts'
import type { Asked, Limits } from './find-page.ts'
import { separated } from './combine.ts'

/** @returns the context in which the compiler adds the rows of narrow ranges by their ids */
export async function narrowed(
  db: Db,
  workspaceId: number,
  { model, query, context }: Asked,
  { walk }: Limits,
): Promise<SearchContext> {
  const { numbers, search } = model
  if (!numbers) return context
  const rowsIn = ({ attribute, condition }: NumberRange) => fragment`
    from ${numbers} numbers
    where numbers.workspace_id = ${workspaceId} and numbers.attribute = ${attribute}::text and ${condition}`
  // Compiling twice meets the same ranges in the same order.
  const ranges: NumberRange[] = []
  compileQuery(query, search, { ...context, narrow: (range) => void ranges.push(range) })
  if (ranges.length === 0) return context
  const isFew = await areFew(db, ranges.map(rowsIn), walk)
  let at = 0
  const narrow = (range: NumberRange): Fragment | undefined =>
    isFew[at++] ? fragment`${search.id.column} = any(array(select numbers.id ${rowsIn(range)}))` : undefined
  return { ...context, narrow }
}

async function areFew(db: Db, ranges: Fragment[], most: number): Promise<boolean[]> {
  const counts = ranges.map((range) => fragment`(select count(*) from (select 1 ${range} limit ${most + 1}) first)`)
  const [row] = await db<{ counts: number[] }[]>`select array[${separated(counts, fragment`,`)}]::float8[] as counts`
  return row!.counts.map((found) => found <= most)
}
