/**
 * A process that is killed leaves the jobs and the queues of its workers locked. So each process keeps a lease in the
 * database; once one is not renewed any more, whoever lives releases what that process had locked. Leases are dated by
 * the database's clock alone; locks are dated by the clocks of processes, which do not count.
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
  /** Workers that held locks without a lease when it was looked last. */
  let missing = new Set<string>()
  let lookedAt = -Infinity
  let timer: NodeJS.Timeout | undefined

  async function renew(): Promise<void> {
    await renewLease(db, id, [...workers])
    const now = performance.now()
    if (now - renewedAt > expiresMs) keptSince = now
    renewedAt = now
    // After a time in which nobody could renew, the others come first to say that they live.
    if (now - keptSince! < expiresMs) return
    if (now - lookedAt < renewMs / 2) return
    lookedAt = now
    // A new worker's first lock may be seen before its lease; a worker that is gone is missing twice in a row.
    const found = await listMissing(db, expiresMs)
    const gone = found.filter((worker) => missing.has(worker))
    missing = new Set(found)
    if (gone.length === 0) return
    await db`select graphile_worker.force_unlock_workers(${gone}::text[])`
    log.warn({ workers: gone.length }, 'released the jobs of workers that are gone')
  }

  const work = () => {
    clearTimeout(timer)
    running = running
      .then(renew)
      .catch((error) => log.warn({ err: error }, 'the lease on jobs could not be renewed'))
      .finally(() => {
        clearTimeout(timer)
        if (!stopped) timer = setTimeout(work, renewMs).unref()
      })
  }
  work()

  return {
    add(worker) {
      workers.add(worker)
      work()
    },
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

/** Ends leases that are over. @returns workers that hold locks, and that no lease names */
async function listMissing(db: Db, expiresMs: number): Promise<string[]> {
  const rows = await db<{ worker: string }[]>`
    with expiry as materialized (select now() - make_interval(secs => ${expiresMs / 1000}::float8) as at),
    expired as (delete from worker_leases using expiry where renewed_at < expiry.at),
    living as materialized (select unnest(workers) as worker from worker_leases, expiry where renewed_at >= expiry.at)
    select distinct locked_by as worker from (
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union all
      select locked_by from graphile_worker._private_job_queues where locked_by is not null
    ) locks
    where locked_by not in (select worker from living)`
  return rows.map(({ worker }) => worker)
}
