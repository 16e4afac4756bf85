/** Names of a collection in a request, by their language. */
import Type from 'typebox'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { isSeen } from '../../http/given.ts'
import { isLocale } from '../../schema/locales.ts'
import { described, Nullable } from '../../schema/types.ts'

const Name = Type.String({ maxLength: 1000 })
const Sentence = Type.String({ maxLength: 10_000 })

export const nameFields = {
  name: described(Type.Optional(Nullable(Name)), 'The name in the default language.'),
  description: described(Type.Optional(Nullable(Sentence)), 'A sentence on what it holds, in the default language.'),
  translated_content: described(
    Type.Optional(Nullable(Type.Unsafe<Record<string, unknown>>({ type: 'object' }))),
    'Name and description in further languages, by their codes. Languages that are not sent stay. One without a name ' +
      'has that of the default language.',
  ),
}

interface NameFields {
  name?: string | null | undefined
  description?: string | null | undefined
  translated_content?: Record<string, unknown> | null | undefined
}

export interface NewName {
  locale: string
  /** Null where it stays as it is. */
  name: string | null
  /** Null clears it; undefined where it stays as it is. */
  description: string | null | undefined
}

export const nameMissing = () => apiError(400, 'parameter_not_found', 'Name is a required parameter.')

/** @throws 400 parameter_invalid, parameter_not_found for a name that is empty */
export function readNames(body: NameFields, defaultLocale: string): NewName[] {
  const names = new Map<string, NewName>()
  for (const [locale, value] of Object.entries(body.translated_content ?? {})) {
    if (locale === 'type' || value === null || value === '') continue
    if (!isLocale(locale)) throw parameterInvalid('Unknown locale', 'translated_content')
    if (typeof value !== 'object' || Array.isArray(value))
      throw parameterInvalid(`translated_content.${locale} must be an object`, 'translated_content')
    const { name, description } = value as Record<string, unknown>
    names.set(locale, {
      locale,
      name: nameIn(name, `translated_content.${locale}.name`),
      description: sentence(description, `translated_content.${locale}.description`),
    })
  }
  const main = names.get(defaultLocale) ?? { locale: defaultLocale, name: null, description: undefined }
  const name = nameIn(body.name, 'name') ?? main.name
  const description = body.description === undefined ? main.description : sentence(body.description, 'description')
  if (name !== null || description !== undefined) names.set(defaultLocale, { locale: defaultLocale, name, description })
  return [...names.values()]
}

const sentence = (value: unknown, name: string) => (value === undefined ? undefined : text(value, name, 10_000))

/** Null where none is sent. */
function nameIn(value: unknown, path: string): string | null {
  const name = text(value, path, 1000)
  if (typeof value === 'string' && (name === null || !isSeen(name))) throw nameMissing()
  return name
}

/** Null for nothing but blanks. */
function text(value: unknown, name: string, maxLength: number): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' || value.length > maxLength || value.includes('\0'))
    throw parameterInvalid(`${name} must be a text of at most ${maxLength} characters`, 'translated_content')
  return value.trim() === '' ? null : value
}
