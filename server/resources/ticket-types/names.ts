import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import { parameterInvalid } from '../../http/errors.ts'

/**
 * Tickets name values by their attribute, so a type has a name once.
 * @throws 400 parameter_invalid
 */
export function refuseTakenName(attributes: TicketTypeAttributesRow[], name: string, own?: number): void {
  if (attributes.some((other) => other.name === name && !other.archived && other.id !== own))
    throw parameterInvalid('An attribute of this ticket type has that name already', 'name')
}
