import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'

export const bulkUpdateCompanies = operation({
  method: 'PUT',
  path: '/companies/bulk',
  group: 'Companies',
  summary: 'Update many companies',
  description: 'Up to 100, each by its `id`, with the details to change. One that is not there is refused.',
  body: Type.Object({ companies: Type.Optional(Type.Unknown()), job: JobToAppendTo }),
  reply: CompaniesBulkJob,
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'companies', 'update', { items: body.companies, job: body.job }),
})
