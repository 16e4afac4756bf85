import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { presentTicketJob, TicketJob } from './job.ts'
import { getTicketJob } from './job-queries.ts'

export const getJobStatus = operation({
  method: 'GET',
  path: '/jobs/status/{job_id}',
  group: 'Jobs',
  summary: 'Retrieve job status',
  description: 'A job is `pending` until it has created its ticket, or failed to.',
  params: Type.Object({ job_id: Type.String() }),
  reply: TicketJob,
  answer: 'The job as it stands now.',
  handle: async (ctx, { params }) => presentTicketJob(ctx, await getTicketJob(ctx.db, ctx.workspaceId, params.job_id)),
})
