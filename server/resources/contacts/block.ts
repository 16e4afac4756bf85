import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { closeConversations } from './close-conversations.ts'
import { getAnyContact, lockAnyContact } from './queries.ts'
import { lockCompaniesOf } from './removal-queries.ts'
import { ContactBlocked, presentReference } from './removed.ts'
import { changeState } from './state.ts'

export const blockContact = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/block',
  group: 'Contacts',
  summary: 'Block a contact',
  description: 'It leaves lists and searches for good, and its conversations with nobody else in them are closed.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: ContactBlocked,
  answer: 'The id of the blocked contact.',
  handle: async (ctx, { params }) => {
    const { id } = await getAnyContact(ctx.db, ctx.workspaceId, params.contact_id)
    // Held before the contact: writers in a conversation hold that first, too.
    await closeConversations(ctx, id)
    await lockCompaniesOf(ctx.db, ctx.workspaceId, [id])
    const row = await lockAnyContact(ctx.db, ctx.workspaceId, id)
    if (row.state !== 'blocked') await changeState(ctx, row, 'blocked')
    return { ...presentReference(row), blocked: true }
  },
})
