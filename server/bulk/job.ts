/**
 * Bulk jobs: changes to many contacts, companies or contents that a worker applies one by one. A resource's operations hand in
 * their items with `submit`; `run-bulk-job.task.ts` does them, each as the single operation would, in a transaction
 * of its own.
 */
import Type from 'typebox'
import { unix } from '../clock.ts'
import type { Ctx } from '../context.ts'
import type { BulkJobsRow } from '../db/types/bulk_jobs.ts'
import type { BulkTasksRow } from '../db/types/bulk_tasks.ts'
import { CreatedAt, described, IdInput, model, Nullable, Timestamp, UpdatedAt } from '../schema/types.ts'
import { numberId } from '../ids.ts'

/** Resources whose jobs the wire shows. */
export type Resource = 'contacts' | 'companies'
export type Action = 'create' | 'update' | 'delete'
export type ContentAction = 'publish' | 'unpublish' | 'delete' | 'set_availability' | 'set_audience' | 'update_tags'
/** The actions of each resource that has bulk jobs. */
export interface Actions {
  contacts: Action
  companies: Action
  content: ContentAction
  /** Uploaded as files. */
  products: Exclude<Action, 'update'>
}

const State = Type.Enum(['pending', 'running', 'completed', 'completed_with_errors'])
type State = 'pending' | 'running' | 'completed' | 'completed_with_errors'

const jobModel = <R extends Resource>(resource: R) =>
  model(`${resource}_bulk_job`, {
    id: described(Type.String(), 'The id of the job: `job_v2_` and a number.'),
    type: Type.Literal(`${resource}.bulk.job` as const),
    state: described(
      State,
      'The progress of the job. With errors means that at least one item was refused; the others were done.',
    ),
    created_at: CreatedAt('job'),
    updated_at: UpdatedAt('job'),
    completed_at: described(Nullable(Timestamp), 'When its last item was done; null until then.'),
    tasks: described(
      Type.Array(
        Type.Object({
          id: described(Type.String(), 'The id of the task: `task_v2_` and a number.'),
          item_count: described(Type.Integer(), 'The number of items of the task.'),
          state: described(State, 'The progress of the task.'),
          created_at: CreatedAt('task'),
          started_at: described(Nullable(Timestamp), 'When its first item was begun; null until then.'),
          completed_at: described(Nullable(Timestamp), 'When its last item was done; null until then.'),
        }),
      ),
      'One task for each request that added items.',
    ),
    url: described(Type.String(), 'The address that answers how far the job is.'),
  })

export const ContactsBulkJob = jobModel('contacts')
export const CompaniesBulkJob = jobModel('companies')

/** To whom a request's items are added; a new job is made where none is named. */
export const JobToAppendTo = described(
  Type.Optional(
    Nullable(
      Type.Object({
        id: described(
          Type.Optional(Nullable(IdInput)),
          'The `id` of a job that takes the same kind of items and is not completed.',
        ),
      }),
    ),
  ),
  'A job to add the items to. Without it a new job is made.',
)

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
