/** Properties of a data attribute in requests, and the API's errors for invalid ones. */
import Type from 'typebox'
import { UNUSABLE_NAME } from '../../http/body.ts'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { misnamedOptions } from './misnamed.ts'

/** Properties that may change at any time. */
export const changeable = {
  label: described(Type.Optional(Text(190)), 'The name that admins see.'),
  description: described(Type.Optional(Nullable(Text(2000))), 'A note on what the attribute is for; null clears it.'),
  options: Type.Optional(
    Type.Unknown({ description: 'Allowed values: a list of texts, or of objects with a `value`.' }),
  ),
  messenger_writable: described(Type.Optional(Type.Boolean()), 'True if the messenger may set its values.'),
}

const MODELS = ['contact', 'company'] as const
const TYPES = ['string', 'integer', 'float', 'boolean', 'date', 'datetime']
const MAX_NAME = 190

/** @throws 400 parameter_invalid */
export function readModel(model: unknown): (typeof MODELS)[number] {
  const known = MODELS.find((name) => name === model)
  if (!known) throw parameterInvalid('The Data Attribute model field must be either contact or company')
  return known
}

const NAME = /^[\p{L}\p{M}\p{N}\p{Sc} _-]+$/u

/** @throws 400 */
export function readName(name: string | null | undefined): string {
  const text = name?.trim()
  if (!text) throw parameterMissing('name')
  if (text.length > MAX_NAME) throw parameterInvalid(`name must not have more than ${MAX_NAME} characters`)
  if (text === UNUSABLE_NAME) throw parameterInvalid(`name must not be ${UNUSABLE_NAME}`, 'name')
  if (!NAME.test(text))
    throw parameterInvalid(
      'Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens',
    )
  return text
}

/**
 * A list is kept as a string with options, and asked for by `options`, as a type or beside `string`.
 * @throws 400 parameter_invalid
 */
export function readType(dataType: unknown, options: unknown): { data_type: string; options: string[] | null } {
  if (dataType === 'options') return { data_type: 'string', options: readOptions(options ?? []) }
  if (typeof dataType !== 'string' || !TYPES.includes(dataType)) throw parameterInvalid("Data Type isn't an option")
  if (options === undefined || options === null) return { data_type: dataType, options: null }
  refuseOptions(dataType)
  return { data_type: dataType, options: readOptions(options) }
}

/** @throws 400 where values of the type are not chosen from a list */
export function refuseOptions(dataType: string): void {
  if (dataType !== 'string' && dataType !== 'list')
    throw parameterInvalid('Only a data attribute of type string can have options')
}

/** @throws 400 parameter_invalid where a body names options by another key */
export function refuseMisnamedOptions(body: object): void {
  const key = misnamedOptions(body)
  if (key !== undefined)
    throw parameterInvalid(`${key} is not known: the options of a list are given in options, as objects with a value`)
}

/** @throws 400 parameter_invalid */
export function readOptions(options: unknown): string[] {
  if (!Array.isArray(options)) throw parameterInvalid("Options isn't an array")
  const values = new Set(options.map(readOption))
  if (values.size < 2) throw parameterInvalid('You must have at least two options on a list type data attribute')
  return [...values]
}

function readOption(option: unknown): string {
  const value = typeof option === 'object' && option !== null ? (option as { value?: unknown }).value : option
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '' || text.length > 255) throw parameterInvalid('An option must have a value of at most 255 characters')
  return text
}

/** @throws 400 parameter_invalid */
export function readLabel(label: string): string {
  const text = label.trim()
  if (text === '') throw parameterInvalid('label must not be blank')
  return text
}
