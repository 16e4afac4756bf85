/**
 * Hands a job to the worker inside the caller's transaction: it runs if and only if that commits.
 * A job is idempotent and carries ids, not copies. Its time is told by the server's clock, by which the worker takes
 * jobs: the database's may be another.
 */
import type { Db } from '../db/pool.ts'

export interface JobOptions {
  /** When it runs: now, or later. */
  runAt: Date
  /** A later job of the same key takes this one's place. */
  key?: string
  /** The worker takes no job with a flag that is forbidden at the time. */
  flags?: string[]
}

export async function enqueue(db: Db, task: string, payload: object, { runAt, key, flags }: JobOptions): Promise<void> {
  await db`
    select graphile_worker.add_job(
      ${task}, ${payload as never}::json, run_at => ${runAt}::timestamptz, job_key => ${key ?? null}::text,
      flags => ${flags ?? null}::text[])`
}

/** Takes back the job of a key, if it has not run. */
export async function dequeue(db: Db, key: string): Promise<void> {
  await db`select graphile_worker.remove_job(${key}::text)`
}

export interface QueuedJob {
  payload: object
  flags: string[]
}

/** Many at once. */
export async function enqueueAll(db: Db, task: string, jobs: QueuedJob[], runAt: Date): Promise<void> {
  if (jobs.length === 0) return
  await db`
    select count(*) from graphile_worker.add_jobs(array(
      select row(${task}, payload, null, ${runAt}::timestamptz, null, null, null, flags)::graphile_worker.job_spec
      from json_to_recordset(${jobs as never}::json) as job (payload json, flags text[])))`
}
