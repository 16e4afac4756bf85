/** Rows whose order by a column is neither that of their ids nor its reverse. */
import type { TestApp } from '../app.ts'

/** Orders three rows by their ids: the second is the least, the third the greatest. */
export const RANKS = [2, 1, 3] as const

/** The ids in the order of their ranks. */
export const byRank = <T>(ids: T[]): T[] =>
  RANKS.map((rank, at) => ({ rank, id: ids[at]! }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id }) => id)

export interface Column {
  table: string
  name: string
  type: string
}

/** The column of a table that is called so, undefined where there is none. */
export async function findColumn({ db }: TestApp, table: string, names: string[]): Promise<Column | undefined> {
  const rows = await db<Column[]>`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = any(${names})`
  return names.flatMap((name) => rows.find((row) => row.name === name) ?? [])[0]
}

/** Gives three rows values of the column in the order of RANKS. */
export async function shuffle(
  app: TestApp,
  workspaceId: number,
  column: Column,
  ids: string[],
  key = 'id',
): Promise<void> {
  const { db, clock } = app
  for (const [at, id] of ids.entries()) {
    const rank = RANKS[at]!
    const value = /timestamp/.test(column.type)
      ? new Date(clock.now().getTime() - (10 - rank) * 3_600_000).toISOString()
      : column.type === 'text'
        ? `rank ${rank}`
        : String(rank)
    await db`
      update ${db(column.table)} set ${db(column.name)} = ${value}::text::${db.unsafe(column.type)}
      where workspace_id = ${workspaceId} and ${db(key)}::text = ${id}`
  }
}

/** Takes the value of a row away. @returns false where the column must have one */
export async function clear(
  { db }: TestApp,
  workspaceId: number,
  { table, name }: Column,
  id: string,
): Promise<boolean> {
  const [column] = await db<{ nullable: boolean }[]>`
    select is_nullable = 'YES' as nullable from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = ${name}`
  if (!column!.nullable) return false
  await db`
    update ${db(table)} set ${db(name)} = null where workspace_id = ${workspaceId} and id::text = ${id}`
  return true
}
