import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'

export const bulkDeleteCompanies = operation({
  method: 'POST',
  path: '/companies/bulk/delete',
  group: 'Companies',
  summary: 'Delete many companies',
  description: 'Up to 100, each by its `id`. One that is not there is refused.',
  body: Type.Object({ companies: Type.Optional(Type.Unknown()), job: JobToAppendTo }),
  reply: CompaniesBulkJob,
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'companies', 'delete', { items: body.companies, job: body.job }),
})
