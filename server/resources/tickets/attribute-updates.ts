/** New values of a ticket's attributes: a part for each that changes. */
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { WholeType } from '../ticket-types/ticket-type.ts'
import { keyOf, mergeValues, presentOne, readAttributes, type AttributeValues } from './attributes.ts'
import type { Occurrence } from './record.ts'
import type { AttributeUpdate } from './ticket-part.ts'

/** @throws 400 parameter_invalid for an unknown name, or a value of another type */
export function updateValues(
  actor: Actor,
  at: Date,
  thread: ThreadRow,
  { attributes }: WholeType,
  given: AttributeValues,
): Occurrence {
  const stored = thread.ticket_attributes
  const values = readAttributes(attributes, given)
  const changed = attributes.filter((attribute) => {
    const key = keyOf(attribute)
    return !attribute.archived && key in values && JSON.stringify(values[key]) !== JSON.stringify(stored[key] ?? null)
  })
  if (changed.length === 0) return { parts: [], changes: {} }
  return {
    parts: changed.map((attribute) => ({
      part: {
        part_type: 'ticket_attribute_updated_by_admin',
        ...byAdmin(actor),
        event_details: detailsOf(attribute, values[keyOf(attribute)], stored[keyOf(attribute)]),
        created_at: at,
      },
      topics: ['ticket.attribute.updated'],
    })),
    changes: { ticket_attributes: mergeValues(stored, values) },
  }
}

function detailsOf(attribute: TicketTypeAttributesRow, value: unknown, before: unknown): AttributeUpdate {
  return {
    attribute: { type: 'attribute', id: String(attribute.id), label: attribute.name },
    value: {
      type: 'value',
      id: idOf(attribute, value),
      label: told(attribute, value),
      previous: told(attribute, before),
    },
  }
}

/** The option of a list; any other text is its own id. */
function idOf(attribute: TicketTypeAttributesRow, value: unknown): string | null {
  const label = attribute.data_type === 'list' ? value : told(attribute, value)
  return typeof label === 'string' && label !== '' ? label : null
}

/** Text, and a list for files. */
function told(attribute: TicketTypeAttributesRow, value: unknown): string | unknown[] {
  const shown = presentOne(attribute, value)
  return Array.isArray(shown) ? shown : shown === null ? '' : String(shown)
}
