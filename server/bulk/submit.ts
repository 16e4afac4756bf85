/** Handing in items, and asking what became of them. */
import type { Ctx } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { BulkJobsRow } from '../db/types/bulk_jobs.ts'
import { apiError } from '../http/errors.ts'
import { enqueueLong } from '../queue/enqueue.ts'
import { jobNumber, presentJob, type Action, type ContentAction, type Resource } from './job.ts'
import * as queries from './queries.ts'
import { readItems, type Details } from './request.ts'

interface Request {
  items: unknown
  job?: { id?: string | number | null } | null | undefined
}

/** @throws 422 for items that are none; 404 job_not_found or 403 forbidden for a job that takes no more */
export async function submit<R extends Resource>(ctx: Ctx, resource: R, action: Action, { items, job }: Request) {
  const { db, workspaceId, now } = ctx
  const details = readItems(resource, action, items)
  const row =
    job?.id === undefined || job.id === null
      ? await queries.insertJob(db, workspaceId, resource, now)
      : await jobToAppendTo(ctx, resource, String(job.id))
  await addTask(ctx, row.id, action, details)
  return presentJob(ctx, resource, row, await queries.listTasks(db, workspaceId, row.id))
}

/** A job that no operation shows, of items that were read already. */
export async function submitContents(ctx: Ctx, action: ContentAction, items: Details[]): Promise<void> {
  const { id } = await queries.insertJob(ctx.db, ctx.workspaceId, 'content', ctx.now)
  await addTask(ctx, id, action, items)
}

async function addTask(
  { db, workspaceId, now, actor }: Ctx,
  jobId: number,
  action: Action | ContentAction,
  items: Details[],
): Promise<void> {
  await queries.insertTask(db, workspaceId, { job_id: jobId, action, admin_id: actor.adminId }, items, now)
  await enqueueBulkJob(db, workspaceId, jobId, now)
}

/** One is enough for all that the job still has to do when it begins. */
export const enqueueBulkJob = (db: Db, workspaceId: number, jobId: number, now: Date): Promise<void> =>
  enqueueLong(
    db,
    'run_bulk_job',
    { workspace_id: workspaceId, job_id: jobId },
    { runAt: now, key: `bulk:${workspaceId}:${jobId}` },
  )

/** @throws 404 job_not_found */
export async function showJob<R extends Resource>(ctx: Ctx, resource: R, id: string) {
  const number = jobNumber(id)
  const job = number === undefined ? undefined : await queries.findJob(ctx.db, ctx.workspaceId, resource, number)
  if (!job) throw jobNotFound(id)
  return presentJob(ctx, resource, job, await queries.listTasks(ctx.db, ctx.workspaceId, job.id))
}

async function jobToAppendTo({ db, workspaceId, now }: Ctx, resource: Resource, id: string): Promise<BulkJobsRow> {
  const number = jobNumber(id)
  const job = number === undefined ? undefined : await queries.updateJobToAppend(db, workspaceId, resource, number, now)
  if (!job) throw jobNotFound(id)
  if (job.completed_at !== null) throw apiError(403, 'forbidden', `job ${id} is closed for new task updates`)
  return job
}

const jobNotFound = (id: string) => apiError(404, 'job_not_found', `job ${id.slice(0, 100)} not found`)
