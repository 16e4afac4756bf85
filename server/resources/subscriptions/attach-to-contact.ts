import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { getContactForUpdate } from '../contacts/queries.ts'
import { emitSubscription } from './delivered-subscription.ts'
import * as queries from './queries.ts'
import { presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const attachSubscription = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/subscriptions',
  group: 'Subscription Types',
  summary: 'Add a subscription to a contact',
  description: 'Keeps what the contact chose of a subscription type: `opt_in` to get its messages, `opt_out` not to.',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(
    Type.Object({
      id: described(IdInput, 'The id of the subscription type.'),
      consent_type: described(Type.Enum(['opt_in', 'opt_out']), '`opt_in` to get its messages, `opt_out` not to.'),
    }),
    'The subscription type, and what the contact chose.',
  ),
  reply: SubscriptionType,
  answer: 'The subscription type.',
  handle: async (ctx, { params, body }) => {
    const before = await getContactForUpdate(ctx.db, ctx.workspaceId, params.contact_id)
    const type = await queries.getSubscriptionType(ctx.db, ctx.workspaceId, body.id)
    if (queries.choiceOf(before, type.id) !== body.consent_type) {
      const { db, workspaceId, now } = ctx
      const after = await queries.upsertChoice(db, workspaceId, before.id, type.id, body.consent_type, now)
      await emitSubscription(ctx, type, { before, after })
    }
    return presentSubscriptionType(type)
  },
})
