/** Properties of a ticket type in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { given, readText } from '../../http/given.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import type { TicketTypeChanges } from './queries.ts'
import { Category } from './ticket-type.ts'

export const DEFAULT_ICON = '🎟️'

export const typeDetails = {
  name: described(Type.Optional(Text()), 'The name of the type.'),
  description: described(Type.Optional(Nullable(Text(5000))), 'A sentence about its use; null for none.'),
  category: Type.Optional(Category),
  icon: described(Type.Optional(Text(64)), `An emoji; an empty one stands for ${DEFAULT_ICON}.`),
  is_internal: Type.Optional(Type.Boolean({ description: 'True if contacts never see tickets of the type.' })),
}
const Details = Type.Object(typeDetails)

/** @throws 400 parameter_invalid for a blank name */
export const columnsOf = (details: Static<typeof Details>): TicketTypeChanges =>
  given({
    name: details.name === undefined ? undefined : readText('name', details.name),
    description: details.description === undefined ? undefined : (details.description ?? ''),
    category: details.category,
    icon: details.icon === undefined ? undefined : details.icon.trim() || DEFAULT_ICON,
    is_internal: details.is_internal,
  })
