import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CompaniesBulkJob } from '../../../bulk/job.ts'
import { showJob } from '../../../bulk/submit.ts'

export const getCompaniesJob = operation({
  method: 'GET',
  path: '/companies/bulk/{companies_job_id}',
  group: 'Companies',
  summary: 'Get a job that writes many companies',
  description: 'Its `state` tells whether everything is done, and whether an item was refused.',
  params: Type.Object({ companies_job_id: Type.String() }),
  reply: CompaniesBulkJob,
  answer: 'The job as it stands now.',
  handle: (ctx, { params }) => showJob(ctx, 'companies', params.companies_job_id),
})
