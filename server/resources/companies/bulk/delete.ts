import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { logBulkDelete } from '../../activity-logs/log-bulk-delete.ts'
import { described } from '../../../schema/types.ts'

export const bulkDeleteCompanies = operation({
  method: 'POST',
  path: '/companies/bulk/delete',
  group: 'Companies',
  summary: 'Delete many companies',
  description: 'Up to 100, each by its `id`. One that is not there is refused.',
  body: described(
    Type.Object({
      companies: described(Type.Optional(Type.Unknown()), '1 to 100 objects, each with the `id` of a company.'),
      job: JobToAppendTo,
    }),
    'The companies to delete.',
  ),
  reply: CompaniesBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: async (ctx, { body }) => {
    const job = await submit(ctx, 'companies', 'delete', { items: body.companies, job: body.job })
    await logBulkDelete(ctx, 'companies', job)
    return job
  },
})
