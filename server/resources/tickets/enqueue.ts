import { operation } from '../../http/operation.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { checkNewTicket, NewTicketBody } from './creation.ts'
import { presentTicketJob, TicketJob } from './job.ts'
import { insertTicketJob } from './job-queries.ts'

export const enqueueTicket = operation({
  method: 'POST',
  path: '/tickets/enqueue',
  group: 'Tickets',
  summary: 'Enqueue create ticket',
  description:
    'The ticket is created by a job. The type and its attributes are checked at once; a contact, company or assignee ' +
    'that does not exist makes the job fail.',
  body: NewTicketBody,
  reply: TicketJob,
  answer: 'The job, with the address of its status.',
  refusals: { 404: 'The ticket type, a contact, the company or the conversation does not exist.' },
  handle: async (ctx, { body }) => {
    await checkNewTicket(ctx, body)
    const job = await insertTicketJob(ctx.db, ctx.workspaceId, withoutNulls(body), ctx.now)
    const payload = { workspace_id: ctx.workspaceId, job_id: job.id, admin_id: ctx.actor.adminId }
    await enqueue(ctx.db, 'create_ticket', payload, { runAt: ctx.now })
    const { type, id, ...rest } = presentTicketJob(ctx, job)
    return { type, id, url: ctx.addressOf(`/jobs/status/${id}`), ...rest }
  },
})

/** Null says nothing of something new. */
const withoutNulls = <T>(body: T): T => JSON.parse(JSON.stringify(body, (_, value) => value ?? undefined))
