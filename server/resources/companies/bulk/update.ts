import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { described } from '../../../schema/types.ts'

export const bulkUpdateCompanies = operation({
  method: 'PUT',
  path: '/companies/bulk',
  group: 'Companies',
  summary: 'Update many companies',
  description: 'Up to 100, each by its `id`, with the details to change. One that is not there is refused.',
  body: described(
    Type.Object({
      companies: described(
        Type.Optional(Type.Unknown()),
        '1 to 100 objects, each with the `id` of a company and the fields to change.',
      ),
      job: JobToAppendTo,
    }),
    'The companies to change.',
  ),
  reply: CompaniesBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'companies', 'update', { items: body.companies, job: body.job }),
})
