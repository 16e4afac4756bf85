/** The item of webhooks about a contact that subscribes to a kind of message, or to all emails, or unsubscribes. */
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SubscriptionTypesRow } from '../../db/types/subscription_types.ts'
import { list, model, Timestamp } from '../../schema/types.ts'
import { DeliveredContact, presentDeliveredContact } from '../contacts/delivered-contact.ts'
import { withObjects } from '../custom-objects/references.ts'
import { choiceOf } from './queries.ts'
import { isSubscribed, presentSubscriptionType, SubscriptionType } from './subscription-type.ts'

export const DeliveredSubscription = model('delivered_subscription', {
  type: Type.Enum(['contact_subscribe', 'contact_unsubscribe', 'granular_subscribe', 'granular_unsubscribe']),
  contact: DeliveredContact,
  /** Empty where it is about all emails. */
  subscription_types: list(SubscriptionType),
  created_at: Timestamp,
})

/** A choice of one type of messages. Tells nobody where it made no difference. */
export async function emitSubscription(
  ctx: Ctx,
  type: SubscriptionTypesRow,
  { before, after }: { before: ContactsRow; after: ContactsRow },
): Promise<void> {
  const subscribed = isSubscribed(type, choiceOf(after, type.id))
  if (subscribed !== isSubscribed(type, choiceOf(before, type.id)))
    await emit(ctx, 'granular', subscribed, after, [type])
}

/** A choice of all emails, as the contact has it now. */
export const emitEmailChoice = (ctx: Ctx, contact: ContactsRow): Promise<void> =>
  emit(ctx, 'contact', !contact.unsubscribed_from_emails, contact, [])

async function emit(
  ctx: Ctx,
  about: 'granular' | 'contact',
  subscribed: boolean,
  contact: ContactsRow,
  types: SubscriptionTypesRow[],
): Promise<void> {
  const verb = subscribed ? 'subscribe' : 'unsubscribe'
  const topic = about === 'granular' ? `granular.${verb}` : `contact.${verb}d`
  ctx.emit(topic, {
    type: `${about}_${verb}`,
    contact: presentDeliveredContact(ctx.workspace, await withObjects(ctx, contact)),
    subscription_types: { type: 'list', data: types.map(presentSubscriptionType) },
    created_at: unix(ctx.now),
  })
}
