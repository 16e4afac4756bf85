import Type from 'typebox'
import { openArchive } from '../../exports/download.ts'
import { findExport } from '../../exports/queries.ts'
import { operation } from '../../http/operation.ts'
import { StoredFileReply } from '../../http/plain-answer.ts'
import { described } from '../../schema/types.ts'
import { noJob } from './job.ts'
import { reportingExport } from './reporting-export.ts'

const ignored = (sentence: string) => described(Type.Optional(Type.String()), `${sentence} It may be left out.`)

export const downloadReportingExport = operation({
  method: 'GET',
  path: '/download/reporting_data/{job_identifier}',
  group: 'Reporting Data Export',
  summary: 'Download an export for reports',
  description:
    'Answers the archive of a complete job until it expires: a gzipped tar of one CSV file. Needs `Accept: application/octet-stream`. A download that was interrupted goes on with `Range` and `If-Range`.',
  params: Type.Object({ job_identifier: Type.String() }),
  query: Type.Object({
    app_id: ignored('The workspace, which the token tells.'),
    job_identifier: ignored('The job, which the path tells.'),
  }),
  reply: StoredFileReply,
  answer: 'The archive.',
  refusals: {
    404: 'There is no such job, it is not complete, or its archive has expired.',
    406: 'The request does not accept `application/octet-stream`.',
  },
  handle: async (ctx, { params }) => {
    const job = await findExport(ctx.db, ctx.workspaceId, 'reporting', params.job_identifier)
    const archive = await openArchive(ctx, reportingExport, job)
    if (!archive) throw noJob(params.job_identifier)
    return archive
  },
})
