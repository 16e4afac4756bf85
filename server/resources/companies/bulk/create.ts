import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'

export const bulkCreateCompanies = operation({
  method: 'POST',
  path: '/companies/bulk',
  group: 'Companies',
  summary: 'Create or update many companies',
  description:
    'Up to 100, each with the details of a single one: a company of that `company_id` is updated; where there is none, it is created. ' +
    'The job tells whether one was refused.',
  body: Type.Object({ companies: Type.Optional(Type.Unknown()), job: JobToAppendTo }),
  reply: CompaniesBulkJob,
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'companies', 'create', { items: body.companies, job: body.job }),
})
