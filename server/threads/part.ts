/** The part of a conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../clock.ts'
import { Id, model, Nullable, Timestamp } from '../schema/types.ts'
import { TagBasic } from '../schema/tag-basic.ts'
import { Attachment, type AttachmentWire } from '../files/attachment.ts'
import { PartAuthor, presentPartAuthor } from './author.ts'
import type { PartRow } from './thread.ts'

const Details = Type.Record(Type.String(), Type.Unknown())

export const ConversationPart = model('conversation_part', {
  type: Type.Literal('conversation_part'),
  id: Id,
  part_type: Type.String(),
  body: Nullable(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
  notified_at: Timestamp,
  assigned_to: Nullable(Type.Object({ type: Type.String(), id: Nullable(Id) })),
  author: PartAuthor,
  attachments: Type.Array(Attachment),
  external_id: Nullable(Type.String()),
  redacted: Type.Boolean(),
  metadata: Details,
  /** No email is sent or received. */
  email_message_metadata: Type.Null(),
  state: Type.Enum(['open', 'closed', 'snoozed']),
  tags: Type.Array(TagBasic),
  /** Empty of a part that has none. */
  event_details: Details,
  app_package_code: Nullable(Type.String()),
  /** Nothing is translated. */
  translations: Type.Null(),
})

export type PartWire = Static<typeof ConversationPart>

export function presentPart(row: PartRow): PartWire {
  return {
    type: 'conversation_part',
    id: String(row.id),
    part_type: row.part_type,
    body: row.body,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    notified_at: unix(row.notified_at),
    assigned_to:
      row.assigned_to_type === null
        ? null
        : { type: row.assigned_to_type, id: row.assigned_to_id === null ? null : String(row.assigned_to_id) },
    author: presentPartAuthor(row),
    attachments: row.attachments as AttachmentWire[],
    external_id: row.external_id,
    redacted: row.redacted,
    metadata: (row.metadata ?? {}) as PartWire['metadata'],
    email_message_metadata: null,
    state: row.state as PartWire['state'],
    tags: row.tags as PartWire['tags'],
    // Tickets have a place of their own for the details of these.
    event_details: (row.part_type.startsWith('ticket_') ? {} : (row.event_details ?? {})) as PartWire['event_details'],
    app_package_code: row.app_package_code,
    translations: null,
  }
}
