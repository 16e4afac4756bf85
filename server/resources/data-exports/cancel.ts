import Type from 'typebox'
import { endWithout, lockActive } from '../../exports/queries.ts'
import { operation } from '../../http/operation.ts'
import { dequeue } from '../../queue/enqueue.ts'
import { DataExport, presentDataExport } from './data-export.ts'
import { getJob } from './get-job.ts'

export const cancelDataExport = operation({
  method: 'POST',
  path: '/export/cancel/{job_identifier}',
  group: 'Data Export',
  summary: 'Cancel an export of messages',
  description: 'Deletes what was written. A job that has ended stays as it is.',
  inferred: 'the code of its 404',
  params: Type.Object({ job_identifier: Type.String() }),
  reply: DataExport,
  answer: 'The job as it is then.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const { id } = await getJob(ctx, params.job_identifier)
    const active = await lockActive(db, workspaceId, id)
    if (active) {
      await endWithout(db, workspaceId, active, 'canceled', ctx.now)
      await dequeue(db, `export:${workspaceId}:${id}`)
    }
    return presentDataExport(ctx, await getJob(ctx, params.job_identifier))
  },
})
