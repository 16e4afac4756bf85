/**
 * Tells to which tables was written since somebody looked last: a trigger on each notes its name. Triggers see writes
 * of foreign keys and functions too, and a transaction that is rolled back takes its notes with it.
 *
 *   const app = await testApp({ own: true })    // the triggers stay in the database
 *   await watchWrites(app.db)
 *   const writes = await lookForWrites(app.db)
 *   writes?.get('tags')                         // a number that is higher after each look that found a write
 */
import type { Pool } from '../db/pool.ts'

const watched = new WeakMap<Pool, Map<string, number>>()

/** The worker's jobs, the one table outside of the product's own that is watched. */
export const JOBS = '_private_jobs'

export async function watchWrites(db: Pool): Promise<void> {
  await db.unsafe(`
    create schema watched;
    create unlogged table watched.written (name text not null);
    create function watched.note() returns trigger language plpgsql as $$
      begin
        insert into watched.written values (tg_table_name);
        return null;
      end $$;
    do $$
    declare name regclass;
    begin
      for name in
        select oid from pg_class
        where relkind in ('r', 'p') and not relispartition
          and (relnamespace = 'public'::regnamespace or oid = 'graphile_worker.${JOBS}'::regclass)
      loop
        execute format('create trigger note_write after insert or update or delete or truncate on %s
          for each statement execute function watched.note()', name);
      end loop;
    end $$`)
  watched.set(db, new Map())
}

/** Numbers of writes by table, as the last look found them; undefined where nobody watches. */
export const knownWrites = (db: Pool): ReadonlyMap<string, number> | undefined => watched.get(db)

/** @returns undefined where nobody watches */
export async function lookForWrites(db: Pool): Promise<ReadonlyMap<string, number> | undefined> {
  const writes = watched.get(db)
  if (!writes) return undefined
  const written = await db<{ name: string }[]>`
    with noted as (delete from watched.written returning name) select distinct name from noted`
  for (const { name } of written) writes.set(name, (writes.get(name) ?? 0) + 1)
  return writes
}
