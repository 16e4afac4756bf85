import Type from 'typebox'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { presentDeliveredParticipant } from '../contacts/delivered-contact.ts'
import { getAnyContact } from '../contacts/queries.ts'
import { byAdmin, getActor } from '../../threads/actors.ts'
import { withObjects } from '../custom-objects/references.ts'
import { deleteCustomer, listCustomers } from './customer-queries.ts'
import { Customers, presentCustomers } from './customers.ts'
import { record } from './record.ts'
import { lockConversation } from './target.ts'

export const detachContact = operation({
  method: 'DELETE',
  path: '/conversations/{conversation_id}/customers/{contact_id}',
  group: 'Conversations',
  summary: 'Detach a contact from a conversation',
  description: 'Takes a contact out of a conversation of several. Answers those who are left; the last one stays.',
  params: Type.Object({ conversation_id: Type.String(), contact_id: Type.String() }),
  body: described(
    Type.Object({ admin_id: described(IdInput, 'The id of the admin who takes the contact out.') }),
    'The admin who takes the contact out.',
  ),
  reply: Customers,
  answer: 'The contacts who are left.',
  handle: async (ctx, { params, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const actor = await getActor(ctx.db, ctx.workspaceId, body.admin_id)
    // Archived and blocked contacts still take part.
    const contact = await getAnyContact(ctx.db, ctx.workspaceId, params.contact_id)
    if (!thread.contact_ids.includes(contact.id)) throw notFound('contact')
    if (thread.contact_ids.length === 1)
      throw apiError(422, 'parameter_invalid', 'Removing the last customer is not allowed')
    const ids = thread.contact_ids.filter((id) => id !== contact.id)
    await deleteCustomer(ctx.db, ctx.workspaceId, thread.id, contact.id)
    const shown = await withObjects(ctx, contact)
    await record(ctx, thread, {
      parts: [{ part_type: 'participant_removed', ...byAdmin(actor), created_at: ctx.now }],
      changes: { contact_ids: ids },
      topics: ['conversation.contact.detached'],
      contact: presentDeliveredParticipant(ctx.workspace, shown),
    })
    return presentCustomers(await listCustomers(ctx.db, ctx.workspaceId, ids))
  },
})
