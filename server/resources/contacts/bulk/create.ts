import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { ContactsBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { described } from '../../../schema/types.ts'

export const bulkCreateContacts = operation({
  method: 'POST',
  path: '/contacts/bulk',
  group: 'Contacts',
  summary: 'Create many contacts',
  description:
    'Up to 100, each with the details of a single one, `companies` that it belongs to by their `company_id`, and `tags` ' +
    'to `add`. A company that does not exist is created. They are created later and one by one; one whose details another contact has is refused, and the others are created. ' +
    'The job tells whether one was refused.',
  body: described(
    Type.Object({
      contacts: described(
        Type.Optional(Type.Unknown()),
        '1 to 100 objects, each with the fields of `POST /contacts`, `companies` and `tags`.',
      ),
      job: JobToAppendTo,
    }),
    'The contacts to create.',
  ),
  reply: ContactsBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'contacts', 'create', { items: body.contacts, job: body.job }),
})
