import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getSubscriptionType } from '../queries.ts'
import { updateSubscriptionType } from './queries.ts'
import { presentSettings, SubscriptionTypeSettings } from './subscription-type.ts'

export const archiveSubscriptionType = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/subscription_types/{subscription_type_id}/archive',
  group: 'Subscription types',
  summary: 'Archive a subscription type',
  description: 'Choices of contacts are kept.',
  params: Type.Object({ subscription_type_id: Type.String() }),
  reply: SubscriptionTypeSettings,
  answer: 'The archived subscription type.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const { id } = await getSubscriptionType(db, workspaceId, params.subscription_type_id)
    await updateSubscriptionType(db, workspaceId, id, { state: 'archived' })
    return presentSettings(await getSubscriptionType(db, workspaceId, id))
  },
})
