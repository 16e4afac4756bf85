import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getSubscriptionType } from '../queries.ts'
import { presentSettings, SubscriptionTypeSettings } from './subscription-type.ts'

export const getSubscriptionTypeSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/subscription_types/{subscription_type_id}',
  group: 'Subscription types',
  summary: 'Retrieve a subscription type',
  params: Type.Object({ subscription_type_id: Type.String() }),
  reply: SubscriptionTypeSettings,
  answer: 'The subscription type.',
  handle: async (ctx, { params }) =>
    presentSettings(await getSubscriptionType(ctx.db, ctx.workspaceId, params.subscription_type_id)),
})
