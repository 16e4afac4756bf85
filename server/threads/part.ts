/** The part of a conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../clock.ts'
import { described, Id, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../schema/types.ts'
import { TagBasic } from '../schema/tag-basic.ts'
import { Attachment, type AttachmentWire } from '../files/attachment.ts'
import { PartAuthor, presentPartAuthor } from './author.ts'
import { EmailMetadata, presentPartEmail } from './part-email.ts'
import type { PartRow } from './thread.ts'

const Details = Type.Record(Type.String(), Type.Unknown())

export const ConversationPart = model('conversation_part', {
  type: Type.Literal('conversation_part'),
  id: IdOf('part'),
  part_type: described(
    Type.String(),
    'The kind of part: `comment` for a message, `note` for a note among admins, `close`, `assignment` and others for changes.',
  ),
  body: described(Nullable(Type.String()), 'The text, as HTML; null if there is none.'),
  created_at: described(Timestamp, 'When it happened.'),
  updated_at: UpdatedAt('part'),
  notified_at: described(Timestamp, 'When others were notified of it; the same as `created_at`.'),
  assigned_to: described(
    Nullable(
      Type.Object({
        type: described(Type.String(), '`admin` or `team`; `nobody_admin` or `nobody_team` once nobody is.'),
        id: described(Nullable(Id), 'The id of the admin or the team; null for nobody.'),
      }),
    ),
    'The new assignee; null if the part is no assignment.',
  ),
  author: described(PartAuthor, 'The author.'),
  attachments: described(Type.Array(Attachment), 'The files that came with it.'),
  external_id: described(
    Nullable(Type.String()),
    'The id of the part in the system that it was imported from; null for most.',
  ),
  redacted: described(Type.Boolean(), 'True if its text was deleted.'),
  metadata: described(Details, 'Details of quick replies; empty for most parts.'),
  email_message_metadata: described(
    Nullable(EmailMetadata),
    'The e-mail as which the part has left; null for most. The answer to the reply itself does not show it yet.',
  ),
  state: described(Type.Enum(['open', 'closed', 'snoozed']), 'The state of the conversation after it.'),
  tags: described(Type.Array(TagBasic), 'The tags of the part.'),
  /** An object without keys where the part has no details. */
  event_details: described(Details, 'Details of the change, by the type of the part; empty for most.'),
  app_package_code: described(Nullable(Type.String()), 'The package of the app that wrote the part; null for most.'),
  /** Nothing is translated. */
  translations: described(
    Type.Null(),
    'Always null: nothing is translated. Inferred: the version that it begins with.',
  ),
  external_reply_send_state: described(
    Type.Optional(Type.String()),
    'The state of a reply that leaves through another system, in a word of that system. Absent for most.',
  ),
  seen_state: described(
    Type.Optional(Type.Object({ admin_seen: described(Type.Boolean(), 'True if an admin has seen the part.') })),
    'Absent unless another system told that an admin has seen the part.',
  ),
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
    email_message_metadata: row.email ? presentPartEmail(row.email) : null,
    state: row.state as PartWire['state'],
    tags: row.tags as PartWire['tags'],
    // Tickets have a place of their own for the details of these.
    event_details: (row.part_type.startsWith('ticket_') ? {} : (row.event_details ?? {})) as PartWire['event_details'],
    app_package_code: row.app_package_code,
    translations: null,
    ...(row.external_reply_send_state !== null && { external_reply_send_state: row.external_reply_send_state }),
    ...(row.seen_at !== null && { seen_state: { admin_seen: true } }),
  }
}
