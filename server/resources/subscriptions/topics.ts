import { DeliveredSubscription } from './delivered-subscription.ts'

/** Webhook topics of subscriptions and the model of each. */
export const subscriptionTopics = {
  'contact.subscribed': DeliveredSubscription,
  'contact.unsubscribed': DeliveredSubscription,
  'granular.subscribe': DeliveredSubscription,
  'granular.unsubscribe': DeliveredSubscription,
}
