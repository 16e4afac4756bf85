import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DataExport, presentDataExport } from './data-export.ts'
import { getJob } from './get-job.ts'

export const getDataExport = operation({
  method: 'GET',
  path: '/export/content/data/{job_identifier}',
  group: 'Data Export',
  summary: 'Retrieve an export of messages',
  description: 'A completed job says where its archive is downloaded, and until when.',
  inferred: 'the code of its 404',
  params: Type.Object({ job_identifier: Type.String() }),
  reply: DataExport,
  answer: 'The job.',
  handle: async (ctx, { params }) => presentDataExport(ctx, await getJob(ctx, params.job_identifier)),
})
