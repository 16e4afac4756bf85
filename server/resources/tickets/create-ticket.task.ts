/** Creates a ticket that was enqueued. A request that is refused is a failed job. */
import { ApiError } from '../../http/errors.ts'
import { act } from '../../queue/act.ts'
import type { Task, TaskDeps } from '../../queue/task.ts'
import { createTicketNow, type NewTicketInput } from './creation.ts'
import { presentTicketJob } from './job.ts'
import { completeTicketJob, lockPendingJob } from './job-queries.ts'

interface CreateTicketPayload {
  workspace_id: number
  job_id: number
  admin_id: number
}

export const createTicketTask: Task = {
  name: 'create_ticket',
  async run(deps, payload: CreateTicketPayload) {
    try {
      await finish(deps, payload, 'success')
    } catch (error) {
      // The transaction of the refused ticket is undone, so the failure has one of its own.
      if (!(error instanceof ApiError)) throw error
      await finish(deps, payload, 'failed')
    }
  },
}

const finish = (
  deps: TaskDeps,
  { workspace_id, job_id, admin_id }: CreateTicketPayload,
  status: 'success' | 'failed',
) =>
  act(
    deps,
    workspace_id,
    async (ctx) => {
      const job = await lockPendingJob(ctx.db, workspace_id, job_id)
      if (!job) return
      const ticket = status === 'success' ? await createTicketNow(ctx, job.request as NewTicketInput) : null
      const ticketId = ticket === null ? null : Number(ticket.id)
      const done = await completeTicketJob(ctx.db, workspace_id, job_id, { status, ticketId, now: ctx.now })
      ctx.emit('job.completed', presentTicketJob(ctx, done))
    },
    { adminId: admin_id },
  )
