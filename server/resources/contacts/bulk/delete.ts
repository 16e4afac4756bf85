import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { ContactsBulkJob, JobToAppendTo } from '../../../bulk/job.ts'
import { submit } from '../../../bulk/submit.ts'
import { logBulkDelete } from '../../activity-logs/log-bulk-delete.ts'
import { described } from '../../../schema/types.ts'

export const bulkDeleteContacts = operation({
  method: 'POST',
  path: '/contacts/bulk/delete',
  group: 'Contacts',
  scopes: ['read_write_users', 'write_users_companies'],
  summary: 'Delete many contacts',
  description:
    'Up to 1,000, each by its `id`. They are deleted for good, as a single one is; one that is not there is refused.',
  body: described(
    Type.Object({
      contacts: described(Type.Optional(Type.Unknown()), '1 to 1,000 objects, each with the `id` of a contact.'),
      job: JobToAppendTo,
    }),
    'The contacts to delete.',
  ),
  reply: ContactsBulkJob,
  answer: 'The job, which runs after the answer.',
  status: 202,
  handle: async (ctx, { body }) => {
    const job = await submit(ctx, 'contacts', 'delete', { items: body.contacts, job: body.job })
    await logBulkDelete(ctx, 'contacts', job)
    return job
  },
})
