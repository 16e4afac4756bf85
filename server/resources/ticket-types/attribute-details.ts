/** Properties of an attribute of ticket types in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import { UNUSABLE_NAME } from '../../http/body.ts'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { given, readText } from '../../http/given.ts'
import { described, Text } from '../../schema/types.ts'
import { optionsOf, withLabels, type ListOption } from '../data-attributes/options.ts'
import type { AttributeChanges } from './attribute-queries.ts'

export const MOST_ATTRIBUTES = 250
const MOST_ITEMS = 500
const LONGEST_ITEM = 255

export const attributeDetails = {
  name: described(Type.Optional(Text()), 'The name, unique among the attributes of the type that are in use.'),
  description: described(Type.Optional(Text(5000)), 'A hint for the people who fill it in.'),
  required_to_create: Type.Optional(Type.Boolean({ description: 'If true, teammates must fill it in.' })),
  required_to_create_for_contacts: Type.Optional(Type.Boolean({ description: 'If true, contacts must fill it in.' })),
  visible_on_create: Type.Optional(Type.Boolean({ description: 'If false, teammates see it only afterwards.' })),
  visible_to_contacts: Type.Optional(Type.Boolean({ description: 'If false, contacts never see it.' })),
  multiline: Type.Optional(Type.Boolean({ description: 'For a `string`: true for several lines.' })),
  list_items: Type.Optional(
    Type.String({ maxLength: 100_000, description: 'For a `list`: its options, separated by commas.' }),
  ),
  allow_multiple_values: Type.Optional(Type.Boolean({ description: 'For `files`: true for several of them.' })),
}
const Details = Type.Object(attributeDetails)
type Details = Static<typeof Details>

/** @throws 400 for a property that does not belong to the type, or without the items of a list */
export function columnsOf(
  type: string,
  details: Details,
  before?: Pick<TicketTypeAttributesRow, 'options'>,
): AttributeChanges {
  refuseForeign(type, details)
  return given({
    name: details.name === undefined ? undefined : readName(details.name),
    description: details.description,
    multiline: details.multiline,
    allow_multiple_values: details.allow_multiple_values,
    options: type === 'list' ? readItems(details.list_items, before && (optionsOf(before) ?? [])) : undefined,
    required_to_create: details.required_to_create,
    required_to_create_for_contacts: details.required_to_create_for_contacts,
    visible_on_create: details.visible_on_create,
    visible_to_contacts: details.visible_to_contacts,
  })
}

/** Tickets have the value under it. */
function readName(name: string): string {
  const text = readText('name', name)
  if (text === UNUSABLE_NAME) throw parameterInvalid(`name must not be ${UNUSABLE_NAME}`, 'name')
  return text
}

const BELONGS: [keyof Details, string][] = [
  ['multiline', 'string'],
  ['list_items', 'list'],
  ['allow_multiple_values', 'files'],
]

function refuseForeign(type: string, details: Details): void {
  const foreign = BELONGS.find(
    ([name, owner]) => details[name] !== undefined && details[name] !== false && owner !== type,
  )
  if (foreign) throw parameterInvalid(`${foreign[0]} is only for attributes of type ${foreign[1]}`, foreign[0])
}

/** Existing options keep their ids by their labels; missing ones are archived. */
function readItems(text: string | undefined, before: ListOption[] | undefined): ListOption[] | undefined {
  if (text === undefined) {
    if (before === undefined) throw parameterMissing('list_items')
    return undefined
  }
  const labels = text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')
  if (labels.length === 0) throw parameterInvalid('list_items must name at least one item', 'list_items')
  if (labels.length > MOST_ITEMS)
    throw parameterInvalid(`list_items can have at most ${MOST_ITEMS} items`, 'list_items')
  if (labels.some(({ length }) => length > LONGEST_ITEM))
    throw parameterInvalid(`an item of list_items can have at most ${LONGEST_ITEM} characters`, 'list_items')
  if (new Set(labels).size < labels.length)
    throw parameterInvalid('list_items must differ from each other', 'list_items')
  return withLabels(before ?? [], labels)
}
