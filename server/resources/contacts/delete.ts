import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { insertActivity } from './activity-queries.ts'
import { getContactForUpdate } from './queries.ts'
import { deleteLinks, forgetContact, lockCompaniesOf } from './removal-queries.ts'
import { ContactDeleted, presentReference } from './removed.ts'

export const deleteContact = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}',
  group: 'Contacts',
  summary: 'Delete a contact',
  description:
    'Forgets who it was, with its tags, notes, companies, subscriptions and events. ' +
    'Its conversations stay; its external id and its email may be used again.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: ContactDeleted,
  answer: 'The id of the deleted contact.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockCompaniesOf(db, workspaceId, [params.contact_id])
    const row = await getContactForUpdate(db, workspaceId, params.contact_id)
    const emptied = await deleteLinks(db, workspaceId, row.id)
    await forgetContact(db, workspaceId, row.id, 'deleted', ctx.now)
    if (row.listed) ctx.count('contacts', -1)
    ctx.count('companies', -emptied)
    const deleted = { ...presentReference(row), deleted: true }
    ctx.emit('contact.deleted', deleted)
    await insertActivity(db, workspaceId, { ...row, event_type: 'contact.deleted' }, ctx.now)
    return deleted
  },
})
