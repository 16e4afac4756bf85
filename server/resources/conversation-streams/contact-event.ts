/** The form in which a stream tells a contact of an event: the words that were said to it, without internal facts. */
import type { StreamedEvent } from '../../events/follow.ts'

/** Topics of changes that a contact sees. Notes, assignments and attributes are not told. */
export const TOLD = [
  'conversation.user.created',
  'conversation.user.replied',
  'conversation.admin.single.created',
  'conversation.admin.replied',
  'conversation.operator.replied',
  'conversation.admin.closed',
  'conversation.admin.opened',
  'conversation.rating.added',
]

/** Parts of these types have words for the contact. */
const SAID = ['comment', 'open', 'close', 'quick_reply']

export function presentContactEvent({ topic, item }: Pick<StreamedEvent, 'topic' | 'item'>) {
  const said = item.conversation_parts.conversation_parts.filter(
    ({ part_type, body, attachments }: any) => SAID.includes(part_type) && (body !== null || attachments.length > 0),
  )
  return {
    type: 'conversation_event',
    topic,
    conversation: { type: 'conversation', id: item.id, state: item.state === 'closed' ? 'closed' : 'open' },
    conversation_parts: said.map(({ id, part_type, body, created_at, author, attachments, metadata }: any) => ({
      type: 'conversation_part',
      id,
      part_type,
      body,
      created_at,
      author: { type: author.type, id: author.id, name: author.name },
      attachments,
      metadata,
    })),
  }
}
