/** The first message of a conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, Id, model, Nullable } from '../../schema/types.ts'
import { Attachment, type AttachmentWire } from '../../files/attachment.ts'
import { SourceAuthor } from '../../threads/author.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { ConversationRow } from './row.ts'

export const ConversationSource = model('conversation_source', {
  type: described(
    Nullable(Type.String()),
    'The channel of the first message: `conversation` for the messenger, `email` and others; null if there is none.',
  ),
  id: described(Nullable(Id), 'The id of the first message; null if there is none.'),
  delivered_as: described(
    Type.String(),
    'The kind of beginning: `customer_initiated`, `admin_initiated`, `operator_initiated` or another.',
  ),
  subject: described(Type.String(), 'The subject, as HTML; empty if there is none.'),
  body: described(Nullable(Type.String()), 'The first message, as HTML; null if there is none.'),
  author: described(SourceAuthor, 'The author.'),
  attachments: described(Type.Array(Attachment), 'The files that came with it.'),
  url: described(Nullable(Type.String()), 'The page on which it was written; null if unknown.'),
  redacted: described(Type.Boolean(), 'True if the message was deleted.'),
})

/** Null for a conversation that nobody began with a message. */
export function presentSource(row: ConversationRow): Static<typeof ConversationSource> | null {
  if (row.source_author_type === null) return null
  return {
    // A ticket begins without a message.
    type: row.source_type === 'ticket' ? null : row.source_type,
    id: row.source_type === 'ticket' ? String(row.id) : row.source_id === null ? null : String(row.source_id),
    delivered_as: row.source_delivered_as,
    subject: row.source_subject,
    body: row.source_body,
    author: {
      type: row.source_author_type,
      id: row.source_contact_id ?? String(row.source_admin_id),
      name: row.source_author_name,
      email: row.source_author_email ?? '',
    },
    attachments: row.source_attachments as AttachmentWire[],
    url: row.source_url,
    redacted: row.source_redacted,
  }
}

/** The channel as clients name it, by the type of the first message. */
export const channelOf = ({ source_type }: Pick<ThreadRow, 'source_type'>): string =>
  ['conversation', 'ticket'].includes(source_type) ? 'messenger' : source_type
