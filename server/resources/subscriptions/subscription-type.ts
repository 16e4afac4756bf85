/** The subscription type on the wire: a kind of message that people choose to get, or not to. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { SubscriptionTypesRow } from '../../db/types/subscription_types.ts'
import { described, IdOf, model } from '../../schema/types.ts'

const Translation = Type.Object({
  name: described(Type.String(), 'The name in that language.'),
  description: described(Type.String(), 'The subject of its messages, in that language.'),
  locale: described(Type.String(), 'The language, such as `en`.'),
})

export const SubscriptionType = model('subscription_type', {
  type: Type.Literal('subscription'),
  id: IdOf('subscription type'),
  state: described(
    Type.Enum(['live', 'draft', 'archived']),
    '`live` if contacts can choose it, `draft` before that, `archived` after it.',
  ),
  consent_type: described(
    Type.Enum(['opt_in', 'opt_out']),
    '`opt_in` if only contacts who asked get its messages, `opt_out` if all do who did not refuse.',
  ),
  default_translation: described(Translation, 'Its name and description in its own language.'),
  /** With the default one. */
  translations: described(Type.Array(Translation), 'The same in all languages that it has, its own included.'),
  content_types: described(
    Type.Array(Type.Enum(['email', 'sms_message'])),
    'The kinds of messages: emails, text messages or both.',
  ),
})

type SubscriptionTypeWire = Static<typeof SubscriptionType>

export function presentSubscriptionType(row: SubscriptionTypesRow): SubscriptionTypeWire {
  const standard = { name: row.name, description: row.description, locale: row.locale }
  const others = (row.translations as Static<typeof Translation>[]).filter(({ locale }) => locale !== row.locale)
  return {
    type: 'subscription',
    id: String(row.id),
    state: row.state as SubscriptionTypeWire['state'],
    consent_type: row.consent_type as Consent,
    default_translation: standard,
    translations: [standard, ...others],
    content_types: row.content_types as SubscriptionTypeWire['content_types'],
  }
}

export type Consent = 'opt_in' | 'opt_out'

/** True if a contact gets messages of a type: its choice, or else the default of the type. */
export const isSubscribed = (
  { consent_type }: Pick<SubscriptionTypesRow, 'consent_type'>,
  chosen: Consent | undefined,
) => (chosen === undefined ? consent_type === 'opt_out' : chosen === 'opt_in')
