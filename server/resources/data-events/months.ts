/**
 * The months that data events lie in: a partition each of `data_events`, in a schema of their own. Events before the
 * first or after the last month are in permanent partitions.
 *
 * A month is made as a table and then attached, which waits for nobody who reads or writes, and dropped by detaching
 * it concurrently. Creating and dropping months is serialised by a lock.
 */
import { DatabaseError } from 'pg'
import { apart, type Db, type Pool } from '../../db/pool.ts'

const LOCK = 5_050_432_131
const FIRST = Date.UTC(2020, 0, 1)
const END = Date.UTC(2040, 0, 1)
const EARLY = 'partitions.data_events_early'

interface Month {
  /** The partition, and its bounds. */
  table: string
  from: Date
  to: Date
}

/** The month of a time, or undefined where that lies outside all months. */
function monthOf(time: Date): Month | undefined {
  if (time.getTime() < FIRST || time.getTime() >= END) return undefined
  const [year, month] = [time.getUTCFullYear(), time.getUTCMonth()]
  return {
    table: `partitions.data_events_${year}_${String(month + 1).padStart(2, '0')}`,
    from: new Date(Date.UTC(year, month, 1)),
    to: new Date(Date.UTC(year, month + 1, 1)),
  }
}

/** True if a write failed because its month has no partition. */
export function isMissingMonth(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23514' &&
    error.table === 'data_events' &&
    error.constraint === undefined
  )
}

/** Makes the months of these times where they are missing. */
export const ensureMonths = (db: Pool, times: Date[]): Promise<void> =>
  db.begin((tx) => ensureMonthsIn(tx, times)) as Promise<void>

/** The same, in an open transaction. */
export async function ensureMonthsIn(tx: Db, times: Date[]): Promise<void> {
  const wanted = new Map(times.flatMap((time) => monthOf(time) ?? []).map((month) => [month.table, month]))
  const missing = await missingOf(tx, [...wanted.values()])
  if (missing.length === 0) return
  await tx`select pg_advisory_xact_lock(${LOCK})`
  for (const { table, from, to } of await missingOf(tx, missing)) {
    await finishDrop(tx, table)
    await tx.unsafe(`create table ${table} (like data_events including all)`)
    await tx.unsafe(
      `alter table data_events attach partition ${table} for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    )
  }
}

async function missingOf(db: Db, months: Month[]): Promise<Month[]> {
  const there = new Set((await listMonths(db)).filter(({ leaving }) => !leaving).map(({ table }) => table))
  return months.filter(({ table }) => !there.has(table))
}

const listMonths = (db: Db): Promise<{ table: string; leaving: boolean }[]> => db<
  { table: string; leaving: boolean }[]
>`
  select 'partitions.' || relname as table, inhdetachpending as leaving
  from pg_inherits join pg_class on pg_class.oid = inhrelid
  where inhparent = 'data_events'::regclass and relname ~ '_[0-9]{4}_[0-9]{2}$'
  order by relname`

/** Remains of a month whose removal was interrupted. */
async function finishDrop(db: Db, table: string): Promise<void> {
  const leaving = (await listMonths(db)).find((month) => month.table === table)?.leaving
  if (leaving) await db.unsafe(`alter table data_events detach partition ${table} finalize`)
  await db.unsafe(`drop table if exists ${table}`)
}

/**
 * Drops the months that ended before a time, with their events.
 * @returns their tables
 */
export function dropMonthsBefore(db: Pool, time: Date): Promise<string[]> {
  // In no transaction: there, a month is not detached concurrently.
  return apart(db, async (own) => {
    await own`select pg_advisory_lock(${LOCK})`
    try {
      if (time.getTime() >= FIRST) await own.unsafe(`truncate ${EARLY}`)
      const months = await listMonths(own)
      const old = months.filter(({ table, leaving }) => leaving || endOf(table) <= time)
      // One at a time can leave, so that those which were cut off come first.
      for (const { table, leaving } of old.toSorted((a, b) => Number(b.leaving) - Number(a.leaving))) {
        if (!leaving) await own.unsafe(`alter table data_events detach partition ${table} concurrently`)
        await finishDrop(own, table)
      }
      return old.map(({ table }) => table)
    } finally {
      await own`select pg_advisory_unlock(${LOCK})`
    }
  })
}

function endOf(table: string): Date {
  const [year, month] = table.split('_').slice(-2).map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 1))
}
