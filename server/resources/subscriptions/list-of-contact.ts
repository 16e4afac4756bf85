import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { listChosenTypes } from './queries.ts'
import { presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const listSubscriptionsOfContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/subscriptions',
  group: 'Subscription Types',
  summary: 'List the subscriptions of a contact',
  description: 'Only what the contact chose, for or against; not what holds for those who did not choose.',
  params: Type.Object({ contact_id: Type.String() }),
  reply: list(SubscriptionType),
  answer: 'The subscription types that the contact chose or refused.',
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const rows = await listChosenTypes(ctx.db, ctx.workspaceId, contact.id)
    return { type: 'list' as const, data: rows.map(presentSubscriptionType) }
  },
})
