/** Errors of bulk requests: the submitted items, and the job to append them to. */
import { runBulkJobs } from '../../tasks.ts'
import { jobNumber } from '../../bulk/job.ts'
import type { Ground } from './ground.ts'
import { row, type ErrorRow } from './row.ts'

/** @returns the id of a job that the worker is done with */
async function closedJob({ newest, app }: Ground, resource: string): Promise<string> {
  const { body } = await newest.post(`/${resource}/bulk/delete`, { [resource]: [{ id: 'nobody' }] })
  await runBulkJobs.run(app, { workspace_id: app.workspace.id, job_id: jobNumber(body.id)! })
  return body.id
}

type Body = (ground: Ground) => object | Promise<object>

/** The path of these operations is theirs as it stands. */
const each = (operations: string[], status: number, code: string, message: string | RegExp, body: Body): ErrorRow[] =>
  operations.map((operation) =>
    row(operation, status, code, message, async (ground) => [operation.split(' ')[1]!, await body(ground)]),
  )

/** @param most the number that is deleted at once */
export function bulkErrors(resource: string, one: string, most: number): ErrorRow[] {
  const all = [`POST /${resource}/bulk`, `PUT /${resource}/bulk`, `POST /${resource}/bulk/delete`]
  const byId = all.slice(1)
  const items = (...list: unknown[]) => ({ [resource]: list })
  const many = (amount: number) => items(...Array.from({ length: amount + 1 }, () => ({ id: 'nobody' })))
  const toJob = (id: string) => ({ ...items({ id: 'nobody' }), job: { id } })
  return [
    ...each(all, 422, 'field_not_found', `${resource} field must be supplied`, () => ({})),
    ...each(byId, 422, 'field_not_found', `${resource} must be identified by id`, () => items({ name: 'Nobody' })),
    ...each(all, 422, 'type_mismatch', `${resource} must be an array`, () => ({ [resource]: 'everybody' })),
    ...each(all, 422, 'type_mismatch', `each ${one} must be an object`, () => items('nobody')),
    ...each(all.slice(0, 2), 422, 'parameter_invalid', `maximum number of ${resource} per request is 100`, () =>
      many(100),
    ),
    ...each(all.slice(2), 422, 'parameter_invalid', `maximum number of ${resource} per request is ${most}`, () =>
      many(most),
    ),
    ...each(all, 404, 'job_not_found', 'job job_v2_1 not found', () => toJob('job_v2_1')),
    ...each(all, 403, 'forbidden', /^job job_v2_\d+ is closed for new task updates$/, async (ground) =>
      toJob(await closedJob(ground, resource)),
    ),
    row(`GET /${resource}/bulk/{}`, 404, 'job_not_found', 'job job_v2_1 not found', () => [
      `/${resource}/bulk/job_v2_1`,
    ]),
  ]
}
