import Type from 'typebox'
import { openArchive } from '../../exports/download.ts'
import { findExport } from '../../exports/queries.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { StoredFileReply } from '../../http/plain-answer.ts'
import { contentExport } from './content-export.ts'

export const downloadDataExport = operation({
  method: 'GET',
  path: '/download/content/data/{job_identifier}',
  group: 'Data Export',
  summary: 'Download an export of messages',
  description:
    'Answers the archive of a completed job until it expires: a zip of one CSV file for each kind of row that there is. Needs `Accept: application/octet-stream`. A download that was interrupted goes on with `Range` and `If-Range`.',
  inferred: 'the code of its 404, which is the same before the job is completed and after its archive has expired',
  params: Type.Object({ job_identifier: Type.String() }),
  reply: StoredFileReply,
  answer: 'The archive.',
  refusals: {
    404: 'There is no such job, it is not completed, or its archive has expired.',
    406: 'The request does not accept `application/octet-stream`.',
  },
  handle: async (ctx, { params }) => {
    const job = await findExport(ctx.db, ctx.workspaceId, 'content', params.job_identifier)
    const archive = await openArchive(ctx, contentExport, job)
    if (!archive) throw notFound('resource')
    return archive
  },
})
