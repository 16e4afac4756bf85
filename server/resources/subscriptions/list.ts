import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import * as queries from './queries.ts'
import { presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const listSubscriptionTypes = operation({
  method: 'GET',
  path: '/subscription_types',
  group: 'Subscription Types',
  summary: 'List all subscription types',
  reply: list(SubscriptionType),
  answer: 'All subscription types.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listSubscriptionTypes(ctx.db, ctx.workspaceId)).map(presentSubscriptionType),
  }),
})
