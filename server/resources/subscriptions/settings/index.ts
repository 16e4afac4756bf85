/** Subscription types: kinds of messages that people can choose to get. */
import { archiveSubscriptionType } from './archive.ts'
import { createSubscriptionType } from './create.ts'
import { getSubscriptionTypeSettings } from './get.ts'
import { listSubscriptionTypes } from './list.ts'
import { updateSubscriptionType } from './update.ts'

export const subscriptionTypes = [
  listSubscriptionTypes,
  getSubscriptionTypeSettings,
  createSubscriptionType,
  updateSubscriptionType,
  archiveSubscriptionType,
]
