/** The subscription type on the wire: a kind of message that people choose to get, or not to. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { SubscriptionTypesRow } from '../../db/types/subscription_types.ts'
import { Id, model } from '../../schema/types.ts'

const Translation = Type.Object({ name: Type.String(), description: Type.String(), locale: Type.String() })

export const SubscriptionType = model('subscription_type', {
  type: Type.Literal('subscription'),
  id: Id,
  state: Type.Enum(['live', 'draft', 'archived']),
  consent_type: Type.Enum(['opt_in', 'opt_out']),
  default_translation: Translation,
  /** With the default one. */
  translations: Type.Array(Translation),
  content_types: Type.Array(Type.Enum(['email', 'sms_message'])),
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
