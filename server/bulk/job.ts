/**
 * Bulk jobs: changes to many contacts or companies that a worker applies one by one. A resource's operations hand in
 * their items with `submit`; `run-bulk-job.task.ts` does them, each as the single operation would, in a transaction
 * of its own.
 */
import Type from 'typebox'
import { unix } from '../clock.ts'
import type { Ctx } from '../context.ts'
import type { BulkJobsRow } from '../db/types/bulk_jobs.ts'
import type { BulkTasksRow } from '../db/types/bulk_tasks.ts'
import { IdInput, model, Nullable, Timestamp } from '../schema/types.ts'
import { numberId } from '../ids.ts'

export type Resource = 'contacts' | 'companies'
export type Action = 'create' | 'update' | 'delete'

const State = Type.Enum(['pending', 'running', 'completed', 'completed_with_errors'])
type State = 'pending' | 'running' | 'completed' | 'completed_with_errors'

const jobModel = <R extends Resource>(resource: R) =>
  model(`${resource}_bulk_job`, {
    id: Type.String(),
    type: Type.Literal(`${resource}.bulk.job` as const),
    state: State,
    created_at: Timestamp,
    updated_at: Timestamp,
    completed_at: Nullable(Timestamp),
    tasks: Type.Array(
      Type.Object({
        id: Type.String(),
        item_count: Type.Integer(),
        state: State,
        created_at: Timestamp,
        started_at: Nullable(Timestamp),
        completed_at: Nullable(Timestamp),
      }),
    ),
    url: Type.String(),
  })

export const ContactsBulkJob = jobModel('contacts')
export const CompaniesBulkJob = jobModel('companies')

/** To whom a request's items are added; a new job is made where none is named. */
export const JobToAppendTo = Type.Optional(Nullable(Type.Object({ id: Type.Optional(Nullable(IdInput)) })))

const JOB_PREFIX = 'job_v2_'
const TASK_PREFIX = 'task_v2_'

/** The number of a job that the wire names, or undefined where it names none. */
export const jobNumber = (id: string): number | undefined =>
  id.startsWith(JOB_PREFIX) ? numberId(id.slice(JOB_PREFIX.length)) : undefined

export function presentJob<R extends Resource>(
  ctx: Pick<Ctx, 'addressOf'>,
  resource: R,
  job: BulkJobsRow,
  tasks: BulkTasksRow[],
) {
  const id = `${JOB_PREFIX}${job.id}`
  return {
    id,
    type: `${resource}.bulk.job` as const,
    state: jobState(tasks.map(taskState)),
    created_at: unix(job.created_at),
    updated_at: unix(job.updated_at),
    completed_at: unix(job.completed_at),
    tasks: tasks.map((task) => ({
      id: `${TASK_PREFIX}${task.id}`,
      item_count: task.item_count,
      state: taskState(task),
      created_at: unix(task.created_at),
      started_at: unix(task.started_at),
      completed_at: unix(task.completed_at),
    })),
    url: ctx.addressOf(`/${resource}/bulk/${id}`),
  }
}

function taskState({ started_at, completed_at, error_count }: BulkTasksRow): State {
  if (completed_at !== null) return error_count > 0 ? 'completed_with_errors' : 'completed'
  return started_at === null ? 'pending' : 'running'
}

function jobState(tasks: State[]): State {
  if (tasks.every((state) => state === 'pending')) return 'pending'
  if (tasks.some((state) => state === 'pending' || state === 'running')) return 'running'
  return tasks.includes('completed_with_errors') ? 'completed_with_errors' : 'completed'
}
