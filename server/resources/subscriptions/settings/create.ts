import { operation } from '../../../http/operation.ts'
import { getSubscriptionType } from '../queries.ts'
import { makeSubscriptionType, NewSubscriptionType } from './details.ts'
import { presentSettings, SubscriptionTypeSettings } from './subscription-type.ts'
import { described } from '../../../schema/types.ts'

export const createSubscriptionType = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/subscription_types',
  group: 'Subscription types',
  summary: 'Create a subscription type',
  description: 'For email and in English, unless it is said otherwise.',
  body: described(NewSubscriptionType, 'The new subscription type.'),
  reply: SubscriptionTypeSettings,
  answer: 'The new subscription type.',
  handle: async (ctx, { body }) => {
    const id = await makeSubscriptionType(ctx.db, ctx.workspaceId, body, ctx.now)
    return presentSettings(await getSubscriptionType(ctx.db, ctx.workspaceId, id))
  },
})
