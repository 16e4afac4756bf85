import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getSubscriptionType } from '../queries.ts'
import { columnsOf, SubscriptionTypeDetails } from './details.ts'
import * as queries from './queries.ts'
import { presentSettings, SubscriptionTypeSettings } from './subscription-type.ts'
import { described } from '../../../schema/types.ts'

export const updateSubscriptionType = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/subscription_types/{subscription_type_id}',
  group: 'Subscription types',
  summary: 'Update a subscription type',
  description:
    'Missing properties stay as they are; `translations` are all there are. The choices of people are kept. A `state` takes ' +
    'an archived one back.',
  params: Type.Object({ subscription_type_id: Type.String() }),
  body: described(SubscriptionTypeDetails, 'The details to change.'),
  reply: SubscriptionTypeSettings,
  answer: 'The subscription type with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const columns = columnsOf(body)
    const { id } = await getSubscriptionType(db, workspaceId, params.subscription_type_id)
    await queries.updateSubscriptionType(db, workspaceId, id, columns)
    return presentSettings(await getSubscriptionType(db, workspaceId, id))
  },
})
