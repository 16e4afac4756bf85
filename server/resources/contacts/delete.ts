import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { insertActivity } from './activity-queries.ts'
import { lockAnyContact } from './queries.ts'
import { deleteLinks, forgetContact, lockCompaniesOf } from './removal-queries.ts'
import { ContactDeleted, presentReference } from './removed.ts'
import { countListed } from './state.ts'

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
    const row = await lockAnyContact(db, workspaceId, params.contact_id)
    if (row.listed) await countListed(ctx, row.id, -1)
    await deleteLinks(db, workspaceId, row.id)
    await forgetContact(db, workspaceId, row.id, 'deleted', ctx.now)
    const { id, external_id } = row
    ctx.emit('contact.deleted', { id, external_id, type: 'contact', deleted: true })
    await insertActivity(db, workspaceId, { ...row, event_type: 'contact.deleted' }, ctx.now)
    return { ...presentReference(row), deleted: true }
  },
})
