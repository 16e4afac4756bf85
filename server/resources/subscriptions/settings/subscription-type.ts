/** The subscription type as the settings show it: as the API does, and since when it is there. */
import type { Static } from 'typebox'
import { unix } from '../../../clock.ts'
import type { SubscriptionTypesRow } from '../../../db/types/subscription_types.ts'
import { CreatedAt, model } from '../../../schema/types.ts'
import { presentSubscriptionType, SubscriptionType } from '../subscription-type.ts'

export const SubscriptionTypeSettings = model('subscription_type_settings', {
  ...SubscriptionType.properties,
  created_at: CreatedAt('subscription type'),
})

export const presentSettings = (row: SubscriptionTypesRow): Static<typeof SubscriptionTypeSettings> => ({
  ...presentSubscriptionType(row),
  created_at: unix(row.created_at),
})
