/** Properties of a subscription type in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import type { SubscriptionTypesRow } from '../../../db/types/subscription_types.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { described, Text } from '../../../schema/types.ts'
import { given, readLocale, readText } from '../../../http/given.ts'
import { insertSubscriptionType } from './queries.ts'

const Description = Text(2000)
export const ConsentType = Type.Enum(['opt_in', 'opt_out'], {
  description:
    'Recipients of such messages: with `opt_in` contacts who asked for them, with `opt_out` all who did not refuse them.',
})

const details = {
  locale: Type.Optional(Type.String({ maxLength: 35, description: 'The language of its name and its description.' })),
  translations: Type.Optional(
    Type.Array(
      Type.Object({
        name: described(Text(), 'The name in that language.'),
        description: described(Description, 'The subject of its messages, in that language.'),
        locale: described(Text(35), 'The language, such as `de`.'),
      }),
      { maxItems: 100, description: 'Its names and descriptions in other languages.' },
    ),
  ),
  content_types: described(
    Type.Optional(Type.Array(Type.Enum(['email', 'sms_message']), { minItems: 1, maxItems: 2 })),
    'The kinds of messages: emails, text messages or both.',
  ),
  state: described(
    Type.Optional(Type.Enum(['live', 'draft'])),
    '`live` if contacts can choose it, `draft` if not yet.',
  ),
}

export const SubscriptionTypeDetails = Type.Object({
  consent_type: Type.Optional(ConsentType),
  name: described(Type.Optional(Text()), 'The name.'),
  description: described(Type.Optional(Description), 'The subject of its messages.'),
  ...details,
})

export const NewSubscriptionType = Type.Object({
  consent_type: ConsentType,
  name: described(Text(), 'The name.'),
  description: described(Description, 'The subject of its messages.'),
  ...details,
})

/** @throws 400 parameter_invalid */
export function columnsOf(details: Static<typeof SubscriptionTypeDetails>): Partial<SubscriptionTypesRow> {
  const { state, consent_type, name, description, locale, translations, content_types } = details
  return given({
    state,
    consent_type,
    name: name === undefined ? undefined : readText('name', name),
    description: description?.trim(),
    locale: locale === undefined ? undefined : readLocale('locale', locale),
    translations: translations && readTranslations(translations),
    content_types: content_types && [...new Set(content_types)],
  })
}

type Translation = { name: string; description: string; locale: string }

function readTranslations(translations: Translation[]): Translation[] {
  const read = translations.map(({ name, description, locale }) => ({
    name: readText('translations.name', name),
    description: description.trim(),
    locale: readLocale('translations.locale', locale),
  }))
  if (new Set(read.map(({ locale }) => locale)).size < read.length)
    throw parameterInvalid('translations must not have one locale twice', 'translations')
  return read
}

/** For the settings, the demo, and every new workspace. @returns the id. @throws 400 parameter_invalid */
export function makeSubscriptionType(
  db: Db,
  workspaceId: number,
  type: Static<typeof NewSubscriptionType>,
  now: Date,
): Promise<number> {
  const { consent_type, name, description } = type
  const columns = { consent_type, name, description, ...columnsOf(type) }
  return insertSubscriptionType(db, workspaceId, { ...columns, created_at: now })
}
