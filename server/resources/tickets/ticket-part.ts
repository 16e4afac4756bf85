/** The part of a ticket on the wire. Keys without a value are left out. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { Attachment, type AttachmentWire } from '../../files/attachment.ts'
import { described, Id, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'
import type { PartRow } from '../../threads/thread.ts'
import { StateCategory } from '../ticket-types/ticket-type.ts'

const TicketPartAuthor = model('ticket_part_author', {
  id: described(Id, 'The id of the contact or the admin.'),
  type: Type.String({ description: '`admin`, `bot`, `team`, or `user` for every contact.' }),
  name: described(Nullable(Type.String()), 'The name; null if unknown.'),
  email: Type.String({ description: 'Empty for a contact without one.' }),
})

const AttributeUpdate = Type.Object({
  attribute: described(
    Type.Object({
      type: Type.Literal('attribute'),
      id: IdOf('attribute'),
      label: described(Type.String(), 'The name of the attribute.'),
    }),
    'The attribute.',
  ),
  value: described(
    Type.Object({
      type: Type.Literal('value'),
      id: described(
        Nullable(Id),
        'The id of the chosen option of a list; otherwise the value as text, null if there is none.',
      ),
      label: Type.Unknown({
        description:
          'The new value: a list for files, otherwise text, such as the label of an option; empty if there is none.',
      }),
      previous: Type.Unknown({ description: 'The value before, in the same form.' }),
    }),
    'The new value, and the one before.',
  ),
})
export type AttributeUpdate = Static<typeof AttributeUpdate>

export const TicketPart = model('ticket_part', {
  type: Type.Literal('ticket_part'),
  id: IdOf('part'),
  part_type: described(
    Type.String(),
    'The kind of part: `comment` for a message, `note` for a note among admins, `assignment`, `ticket_state_updated_by_admin` and others for changes.',
  ),
  body: described(Type.Optional(Type.String()), 'The text, as HTML. Absent if there is none.'),
  ticket_state: described(
    Type.Optional(StateCategory),
    'The category of the new state. Absent unless the part is a change of state.',
  ),
  previous_ticket_state: described(
    Type.Optional(StateCategory),
    'The category of the state before. Absent unless the part is a change of state.',
  ),
  created_at: described(Timestamp, 'When it happened.'),
  updated_at: UpdatedAt('part'),
  assigned_to: described(
    Type.Optional(
      Type.Object({
        type: described(Type.String(), '`admin` or `team`; `nobody_admin` or `nobody_team` once nobody is.'),
        id: described(Nullable(Id), 'The id of the admin or the team; null for nobody.'),
      }),
    ),
    'The new assignee. Absent unless the part is an assignment.',
  ),
  author: described(TicketPartAuthor, 'The author.'),
  attachments: described(Type.Array(Attachment), 'The files that came with it.'),
  external_id: described(
    Type.Optional(Type.String()),
    'The id of the part in the system that it was imported from. Absent for most.',
  ),
  redacted: described(Type.Boolean(), 'True if its text was deleted.'),
  updated_attribute_data: described(
    Type.Optional(AttributeUpdate),
    'The attribute that changed, and its values. Absent unless the part is such a change.',
  ),
  app_package_code: described(
    Type.Optional(Type.String()),
    'The package of the app that wrote the part. Absent for most.',
  ),
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
      updated_attribute_data: presentUpdate(details!),
    }),
    ...(row.app_package_code !== null && { app_package_code: row.app_package_code }),
  }
}

/** The database keeps the keys of details in an order of its own. */
const presentUpdate = ({ attribute, value }: AttributeUpdate): AttributeUpdate => ({
  attribute: { type: 'attribute', id: attribute.id, label: attribute.label },
  value: { type: 'value', id: value.id, label: value.label, previous: value.previous },
})
