import { Subscription } from './subscription.ts'

/** Webhook topics of subscriptions and the model of each. */
export const subscriptionTopics = {
  'contact.subscribed': Subscription,
  'contact.unsubscribed': Subscription,
}
