import type { Resource } from '../../bulk/job.ts'
import type { Ctx } from '../../context.ts'
import { logActivity } from './log-activity.ts'

interface Job {
  tasks: { item_count: number }[]
}

/** Records the items that a request adds to a job. @param job as it is with the request's items, in its last task */
export function logBulkDelete(ctx: Ctx, resource: Resource, { tasks }: Job): Promise<void> {
  const count = tasks.at(-1)!.item_count
  return logActivity(ctx, 'bulk_delete', `deleted ${resource} in bulk`, { resource, count })
}
