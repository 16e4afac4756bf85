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

/** Jobs of long tasks wait in a queue of their workspace. */
const LONG_QUEUE = 'long '

/**
 * Hands in a job of a long task. A workspace's long jobs run one at a time, by a queue of the worker library, so that
 * nobody holds all the workers; one that hangs stops those of its own workspace only. Each is placed one behind the
 * last of its workspace, but not before the first of all that wait: workspaces take turns.
 */
export async function enqueueLong<Payload extends { workspace_id: number }>(
  db: Db,
  task: string,
  payload: Payload,
  { runAt, key }: Pick<JobOptions, 'runAt' | 'key'>,
): Promise<void> {
  const queue = LONG_QUEUE + payload.workspace_id
  await db`
    select graphile_worker.add_job(
      ${task}, ${payload as never}::json, run_at => ${runAt}::timestamptz, job_key => ${key ?? null}::text,
      queue_name => ${queue}::text, priority => (
        select least(greatest(max(priority) filter (where queue_name = ${queue}) + 1, min(priority), 0), 32767)::int
        from graphile_worker.jobs
        where starts_with(queue_name, ${LONG_QUEUE}) and attempts < max_attempts
          and key is distinct from ${key ?? null}::text))`
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
