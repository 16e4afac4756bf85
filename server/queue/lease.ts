/**
 * A process that is killed leaves the jobs and the queues of its workers locked. So each process keeps a lease in the
 * database; once one is not renewed any more, whoever lives releases what that process had locked. Only the database's
 * clock counts.
 */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Db } from '../db/pool.ts'

export interface Lease {
  /** Workers of this process, by the name under which they lock jobs. */
  add(worker: string): void
  remove(worker: string): void
  stop(): Promise<void>
}

export interface LeaseOptions {
  db: Db
  log: Logger
  renewMs?: number
  /** Without being renewed for so long, a lease is over. */
  expiresMs?: number
}

export function keepLease({ db, log, renewMs = 5000, expiresMs = 25_000 }: LeaseOptions): Lease {
  const id = randomUUID()
  const workers = new Set<string>()
  /** Since when it was renewed without a break. */
  let keptSince: number | undefined
  let renewedAt = -Infinity
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function renew(): Promise<void> {
    await renewLease(db, id, [...workers])
    const now = performance.now()
    if (now - renewedAt > expiresMs) keptSince = now
    renewedAt = now
    // After a time in which nobody could renew, the others come first to say that they live.
    if (now - keptSince! < expiresMs) return
    const released = await releaseExpired(db, expiresMs)
    if (released > 0) log.warn({ workers: released }, 'released the jobs of workers that are gone')
  }

  const work = () => {
    clearTimeout(timer)
    running = renew()
      .catch((error) => log.warn({ err: error }, 'the lease on jobs could not be renewed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(work, renewMs).unref()
      })
  }
  work()

  return {
    add: (worker) => void workers.add(worker),
    remove: (worker) => void workers.delete(worker),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await db`delete from worker_leases where id = ${id}`.catch((error: Error) =>
        log.warn({ err: error }, 'the lease on jobs could not be given back'),
      )
    },
  }
}

const renewLease = (db: Db, id: string, workers: string[]) => db`
  insert into worker_leases (id, workers, renewed_at) values (${id}, ${workers}, now())
  on conflict (id) do update set workers = excluded.workers, renewed_at = excluded.renewed_at`

/**
 * A recent lock may belong to a new worker that its lease does not name yet. @returns the number of workers that are
 * gone
 */
async function releaseExpired(db: Db, expiresMs: number): Promise<number> {
  const [row] = await db<[{ gone: number }]>`
    with expiry as materialized (select now() - make_interval(secs => ${expiresMs / 1000}::float8) as at),
    expired as (delete from worker_leases using expiry where renewed_at < expiry.at),
    living as materialized (select unnest(workers) as worker from worker_leases, expiry where renewed_at >= expiry.at),
    gone as materialized (
      select distinct locked_by from (
        select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
        union all
        select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
      ) locks, expiry
      where locked_at < expiry.at and locked_by not in (select worker from living)),
    released as materialized (
      select graphile_worker.force_unlock_workers(array_agg(locked_by)) from gone having count(*) > 0)
    select (select count(*) from gone) as gone, (select count(*) from released) as released`
  return row.gone
}
