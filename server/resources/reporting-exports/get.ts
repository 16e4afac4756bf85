import Type from 'typebox'
import { findExport } from '../../exports/queries.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { noJob, presentReportingExport, ReportingExport } from './job.ts'

const ignored = (sentence: string) => described(Type.Optional(Type.String()), `${sentence} It may be left out.`)

export const getReportingExport = operation({
  method: 'GET',
  path: '/export/reporting_data/{job_identifier}',
  group: 'Reporting Data Export',
  summary: 'Retrieve an export for reports',
  description: 'A complete job says where its archive is downloaded, and until when.',
  params: Type.Object({ job_identifier: Type.String() }),
  query: Type.Object({
    app_id: ignored('The workspace, which the token tells.'),
    client_id: ignored('The client.'),
    job_identifier: ignored('The job, which the path tells.'),
  }),
  reply: ReportingExport,
  answer: 'The job.',
  handle: async (ctx, { params }) => {
    const job = await findExport(ctx.db, ctx.workspaceId, 'reporting', params.job_identifier)
    if (!job) throw noJob(params.job_identifier)
    return presentReportingExport(ctx, job)
  },
})
