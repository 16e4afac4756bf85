import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { ContactsBulkJob } from '../../../bulk/job.ts'
import { showJob } from '../../../bulk/submit.ts'

export const getContactsJob = operation({
  method: 'GET',
  path: '/contacts/bulk/{contacts_job_id}',
  group: 'Contacts',
  summary: 'Get a job that writes many contacts',
  description: 'Its `state` tells whether everything is done, and whether an item was refused.',
  params: Type.Object({ contacts_job_id: Type.String() }),
  reply: ContactsBulkJob,
  answer: 'The job as it stands now.',
  handle: (ctx, { params }) => showJob(ctx, 'contacts', params.contacts_job_id),
})
