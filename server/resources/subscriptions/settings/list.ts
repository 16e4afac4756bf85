import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as subscriptions from '../queries.ts'
import { presentSettings, SubscriptionTypeSettings } from './subscription-type.ts'

export const listSubscriptionTypes = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/subscription_types',
  group: 'Subscription types',
  summary: 'List all subscription types',
  description: 'Drafts and archived ones are among them, and say so.',
  reply: list(SubscriptionTypeSettings),
  answer: 'All subscription types.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await subscriptions.listSubscriptionTypes(ctx.db, ctx.workspaceId)).map(presentSettings),
  }),
})
