/** The part of a ticket on the wire. Keys without a value are left out. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { Attachment, type AttachmentWire } from '../../files/attachment.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'
import type { PartRow } from '../../threads/thread.ts'
import { StateCategory } from '../ticket-types/ticket-type.ts'

const TicketPartAuthor = model('ticket_part_author', {
  id: Id,
  type: Type.String({ description: '`admin`, `bot`, `team`, or `user` for every contact.' }),
  name: Nullable(Type.String()),
  email: Type.String({ description: 'Empty for a contact without one.' }),
})

const AttributeUpdate = Type.Object({
  attribute: Type.Object({ type: Type.Literal('attribute'), id: Id, label: Type.String() }),
  value: Type.Object({
    type: Type.Literal('value'),
    id: Nullable(Id),
    label: Type.Unknown({ description: 'The new value as text; of a list the label of its option.' }),
    previous: Type.Unknown({ description: 'The value before; an empty text if there was none.' }),
  }),
})
export type AttributeUpdate = Static<typeof AttributeUpdate>

export const TicketPart = model('ticket_part', {
  type: Type.Literal('ticket_part'),
  id: Id,
  part_type: Type.String(),
  body: Type.Optional(Type.String()),
  ticket_state: Type.Optional(StateCategory),
  previous_ticket_state: Type.Optional(StateCategory),
  created_at: Timestamp,
  updated_at: Timestamp,
  assigned_to: Type.Optional(Type.Object({ type: Type.String(), id: Nullable(Id) })),
  author: TicketPartAuthor,
  attachments: Type.Array(Attachment),
  external_id: Type.Optional(Type.String()),
  redacted: Type.Boolean(),
  updated_attribute_data: Type.Optional(AttributeUpdate),
  app_package_code: Type.Optional(Type.String()),
})
export type TicketPartWire = Static<typeof TicketPart>

export interface StateUpdate {
  ticket_state: Static<typeof StateCategory>
  previous_ticket_state: Static<typeof StateCategory>
}

export function presentTicketPart(row: PartRow): TicketPartWire {
  const details = row.event_details as (StateUpdate & AttributeUpdate) | null
  return {
    type: 'ticket_part',
    id: String(row.id),
    part_type: row.part_type,
    ...(row.body !== null && { body: row.body }),
    ...(row.part_type === 'ticket_state_updated_by_admin' && {
      ticket_state: details!.ticket_state,
      previous_ticket_state: details!.previous_ticket_state,
    }),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    ...(row.assigned_to_type !== null && {
      assigned_to: {
        type: row.assigned_to_type,
        id: row.assigned_to_id === null ? null : String(row.assigned_to_id),
      },
    }),
    author: {
      id: row.author_contact_id ?? String(row.author_admin_id),
      type: row.author_contact_id === null ? row.author_type : 'user',
      name: row.author_name,
      email: row.author_email ?? '',
    },
    attachments: row.attachments as AttachmentWire[],
    ...(row.external_id !== null && { external_id: row.external_id }),
    redacted: row.redacted,
    ...(row.part_type === 'ticket_attribute_updated_by_admin' && {
      updated_attribute_data: { attribute: details!.attribute, value: details!.value },
    }),
    ...(row.app_package_code !== null && { app_package_code: row.app_package_code }),
  }
}
