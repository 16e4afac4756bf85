/** The first message of a conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, model, Nullable } from '../../schema/types.ts'
import { Attachment, type AttachmentWire } from '../../files/attachment.ts'
import { SourceAuthor } from '../../threads/author.ts'
import type { ConversationRow } from './row.ts'

export const ConversationSource = model('conversation_source', {
  type: Nullable(Type.String()),
  id: Nullable(Id),
  delivered_as: Type.String(),
  subject: Type.String(),
  body: Nullable(Type.String()),
  author: SourceAuthor,
  attachments: Type.Array(Attachment),
  url: Nullable(Type.String()),
  redacted: Type.Boolean(),
})

/** Null of a conversation that nobody began with a message. */
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
