/** The item of webhooks about a contact that subscribes or unsubscribes. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SubscriptionTypesRow } from '../../db/types/subscription_types.ts'
import { list, model } from '../../schema/types.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { choiceOf } from './queries.ts'
import { isSubscribed, presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const Subscription = model('subscription', {
  type: Type.Literal('subscription'),
  contact: Contact,
  subscription_types: list(SubscriptionType),
})

/** Tells nobody where a choice made no difference. */
export function emitSubscription(
  ctx: Ctx,
  type: SubscriptionTypesRow,
  { before, after }: { before: ContactsRow; after: ContactsRow },
): void {
  const subscribed = isSubscribed(type, choiceOf(after, type.id))
  if (subscribed === isSubscribed(type, choiceOf(before, type.id))) return
  ctx.emit(subscribed ? 'contact.subscribed' : 'contact.unsubscribed', {
    type: 'subscription',
    contact: presentContact(ctx.workspace, after),
    subscription_types: { type: 'list', data: [presentSubscriptionType(type)] },
  })
}
