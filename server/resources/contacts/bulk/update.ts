import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { ContactsBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { described } from '../../../schema/types.ts'

export const bulkUpdateContacts = operation({
  method: 'PUT',
  path: '/contacts/bulk',
  group: 'Contacts',
  summary: 'Update many contacts',
  description:
    'Up to 100, each by its `id`, with the details to change, `companies` to attach (or to detach, with `remove`) by their ' +
    '`company_id`, and `tags` to `add` and to `remove`. The role of a contact, and when it was seen and signed up, stay as they are.',
  body: described(
    Type.Object({
      contacts: described(
        Type.Optional(Type.Unknown()),
        '1 to 100 objects, each with the `id` of a contact and the fields to change.',
      ),
      job: JobToAppendTo,
    }),
    'The contacts to change.',
  ),
  reply: ContactsBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: (ctx, { body }) => submit(ctx, 'contacts', 'update', { items: body.contacts, job: body.job }),
})
