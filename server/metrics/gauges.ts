/** Figures of the whole database, over all workspaces: an operator reads them, no client does. */
import type { Db, Pool } from '../db/pool.ts'

export interface Gauges {
  connections: { pool: string; state: string; count: number }[]
  jobs: { waiting: number; scheduled: number; running: number; failed: number }
  /** Seconds. */
  outboxLag: number
  webhooksWaiting: number
  /** Addresses that are yet to be fetched, and those of the last day that could not be. */
  attachments: { waiting: number; failed: number }
}

/** @param now by the server's clock, which dates jobs and events */
export async function readGauges(db: Pool, now: Date): Promise<Gauges> {
  const [connections, jobs, outboxLag, webhooksWaiting, attachments] = await Promise.all([
    listConnections(db),
    countJobs(db, now),
    readOutboxLag(db, now),
    countWaiting(db),
    countFetches(db, now),
  ])
  return { connections, jobs, outboxLag, webhooksWaiting, attachments }
}

const listConnections = (db: Db): Promise<Gauges['connections']> => db<Gauges['connections']>`
  select coalesce(nullif(application_name, ''), 'others') as pool, coalesce(state, 'unknown') as state, count(*)::int
  from pg_stat_activity where datname = current_database() group by 1, 2 order by 1, 2`

async function countJobs(db: Db, now: Date): Promise<Gauges['jobs']> {
  const [row] = await db<[Gauges['jobs']]>`
    select
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
      count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= ${now})::int as waiting,
      count(*) filter (where locked_at is null and attempts < max_attempts and run_at > ${now})::int as scheduled
    from graphile_worker._private_jobs`
  return row
}

async function readOutboxLag(db: Db, now: Date): Promise<number> {
  const [row] = await db<[{ lag: number }]>`
    select coalesce(extract(epoch from ${now}::timestamptz - min(oldest.created_at)), 0)::float8 as lag
    from webhooks w, lateral (
      select e.created_at from events e
      where e.workspace_id = w.workspace_id and e.id > w.fanned_out_to order by e.id limit 1) oldest
    where w.active`
  return Math.max(0, row.lag)
}

async function countWaiting(db: Db): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*)::int from webhook_notifications where state = 'pending'`
  return row.count
}

const DAY_MS = 24 * 3600 * 1000

async function countFetches(db: Db, now: Date): Promise<Gauges['attachments']> {
  const [row] = await db<[Gauges['attachments']]>`
    select (select count(*)::int from attachment_fetches where state = 'pending') as waiting,
      (select count(*)::int from attachment_fetches
        where state = 'failed' and settled_at > ${new Date(now.getTime() - DAY_MS)}) as failed`
  return row
}
