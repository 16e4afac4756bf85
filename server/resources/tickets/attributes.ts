/**
 * Values of a ticket's attributes. Requests and answers name them by the attribute; they are stored by its id, so that
 * a name can change, and a list's value is stored as the id of its option.
 */
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { optionsOf } from '../data-attributes/options.ts'
import { readValue } from '../data-attributes/value.ts'

export type AttributeValues = Record<string, unknown>

/** The key of an attribute's value: title and description are found by their names in every type. */
export const keyOf = ({ id, name, built_in }: Pick<TicketTypeAttributesRow, 'id' | 'name' | 'built_in'>): string =>
  built_in ? name : String(id)

const MOST_FILES = 10

/**
 * @returns the values by their keys, null where one is to be cleared
 * @throws 400 parameter_invalid for an unknown name, or a value of another type
 */
export function readAttributes(attributes: TicketTypeAttributesRow[], given: AttributeValues): AttributeValues {
  const active = new Map(attributes.filter(({ archived }) => !archived).map((one) => [one.name, one]))
  const extra = Object.keys(given).filter((name) => !active.has(name))
  if (extra.length > 0)
    throw parameterInvalid(`Extra attributes provided that are not found on ticket type: ${extra.join(', ')}`)
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const attribute = active.get(name)!
      return [keyOf(attribute), readOne(attribute, value)]
    }),
  )
}

/** @throws 400 parameter_invalid where a ticket lacks a value that teammates must fill in */
export function refuseMissing(attributes: TicketTypeAttributesRow[], values: AttributeValues): void {
  const missing = attributes.some(
    (attribute) => attribute.required_to_create && !attribute.archived && isEmpty(values[keyOf(attribute)]),
  )
  if (missing) throw parameterInvalid('Missing required ticket attributes')
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/** New values over stored ones; null removes one. */
export const mergeValues = (stored: AttributeValues, changes: AttributeValues): AttributeValues =>
  Object.fromEntries(Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== null))

/** Every attribute in use, and archived ones that have a value. */
export const shownOf = (attributes: TicketTypeAttributesRow[], stored: AttributeValues): TicketTypeAttributesRow[] =>
  attributes.filter((attribute) => !attribute.archived || keyOf(attribute) in stored)

/** The attributes that are shown, by their names. */
export const presentAttributes = (attributes: TicketTypeAttributesRow[], stored: AttributeValues): AttributeValues =>
  Object.fromEntries(
    shownOf(attributes, stored).map((attribute) => [attribute.name, presentOne(attribute, stored[keyOf(attribute)])]),
  )

/** The value on the wire: of a list the label of its option. */
export function presentOne(attribute: TicketTypeAttributesRow, value: unknown): unknown {
  if (value === undefined || value === null) return attribute.data_type === 'files' ? [] : null
  if (attribute.data_type === 'list') return optionsOf(attribute)?.find(({ id }) => id === value)?.label ?? null
  return value
}

function readOne(attribute: TicketTypeAttributesRow, value: unknown): unknown {
  if (value === null) return null
  const { name, data_type } = attribute
  if (data_type === 'files') return readFiles(name, value)
  if (data_type === 'list') return readOption(attribute, value)
  const stored = data_type === 'decimal' ? 'float' : data_type
  // Empty text says that a value of another type is to be cleared.
  if (value === '' && data_type !== 'string') return null
  return readValue({ model: 'conversation', name, data_type: stored, options: null }, value)
}

/** An option is named by its id; by its label too, as answers show it. */
function readOption(attribute: TicketTypeAttributesRow, value: unknown): string | null {
  if (value === '') return null
  const options = (optionsOf(attribute) ?? []).filter(({ archived }) => !archived)
  const option = options.find(({ id }) => id === value) ?? options.find(({ label }) => label === value)
  if (!option)
    throw parameterInvalid(`${attribute.name} must be the id of a list item: ${options.map(({ id }) => id).join(', ')}`)
  return option.id
}

function readFiles(name: string, value: unknown): unknown[] | null {
  const files = [value].flat()
  if (!files.every((file) => typeof file === 'string' || typeof file === 'number'))
    throw parameterInvalid(`${name} must be a list of upload ids`)
  if (files.length > MOST_FILES) throw parameterInvalid(`${name} can have at most ${MOST_FILES} files`)
  return files.length === 0 ? null : files
}
