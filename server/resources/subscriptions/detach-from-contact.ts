import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContactForUpdate } from '../contacts/queries.ts'
import { emitSubscription } from './delivered-subscription.ts'
import * as queries from './queries.ts'
import { presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const detachSubscription = operation({
  method: 'DELETE',
  path: '/contacts/{contact_id}/subscriptions/{subscription_id}',
  group: 'Subscription Types',
  summary: 'Remove a subscription from a contact',
  description: 'Forgets what the contact chose of a subscription type. One that chose nothing answers the same.',
  params: Type.Object({ contact_id: Type.String(), subscription_id: Type.String() }),
  reply: SubscriptionType,
  answer: 'The subscription type.',
  handle: async (ctx, { params }) => {
    const before = await getContactForUpdate(ctx.db, ctx.workspaceId, params.contact_id)
    const type = await queries.getSubscriptionType(ctx.db, ctx.workspaceId, params.subscription_id)
    if (queries.choiceOf(before, type.id) !== undefined) {
      const after = await queries.deleteChoice(ctx.db, ctx.workspaceId, before.id, type.id)
      await emitSubscription(ctx, type, { before, after })
    }
    return presentSubscriptionType(type)
  },
})
