import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { described } from '../../../schema/types.ts'

export const bulkCreateCompanies = operation({
  method: 'POST',
  path: '/companies/bulk',
  group: 'Companies',
  summary: 'Create or update many companies',
  description:
    'Up to 100, each with the details of a single one: a company of that `company_id` is updated; where there is none, it is created. ' +
    'The job tells whether one was refused.',
  body: described(
    Type.Object({
      companies: described(
        Type.Optional(Type.Unknown()),
        '1 to 100 objects, each with the fields of `POST /companies`.',
      ),
      job: JobToAppendTo,
    }),
    'The companies to create or update.',
  ),
  reply: CompaniesBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'companies', 'create', { items: body.companies, job: body.job }),
})
