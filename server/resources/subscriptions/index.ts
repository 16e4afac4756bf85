/** Subscription types: kinds of messages, and who chose to get them or not to. */
import { attachSubscription } from './attach-to-contact.ts'
import { detachSubscription } from './detach-from-contact.ts'
import { listSubscriptionsOfContact } from './list-of-contact.ts'
import { listSubscriptionTypes } from './list.ts'
import { subscriptionTypes } from './settings/index.ts'

export const subscriptions = [
  listSubscriptionTypes,
  listSubscriptionsOfContact,
  attachSubscription,
  detachSubscription,
  ...subscriptionTypes,
]
