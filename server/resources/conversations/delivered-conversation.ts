/**
 * The conversation as webhooks tell it: with the parts that an event is about, and with statistics of
 * their own form. Source: captured deliveries of all topics of conversations.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { model } from '../../schema/types.ts'
import type { PartWire } from '../../threads/part.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { Conversation } from './conversation.ts'
import { withParts, type WholeConversation } from './read.ts'
import { ConversationStatistics } from './statistics.ts'

const { adjusted_handling_time: _, ...statistics } = ConversationStatistics.properties

const DeliveredStatistics = model('delivered_statistics', statistics)

export const DeliveredConversation = model('conversation', {
  ...Conversation.properties,
  statistics: DeliveredStatistics,
})

/** With the tags that came to it. */
export const TaggedConversation = model('conversation', {
  ...DeliveredConversation.properties,
  tags_added: Type.Object({ type: Type.Literal('tag.list'), tags: Type.Array(TagBasic) }),
})

export function presentDelivered(whole: WholeConversation) {
  const { adjusted_handling_time: _, ...statistics } = whole.statistics
  return { ...whole, statistics }
}

/** With one part alone. */
export const presentDeliveredWith = (whole: WholeConversation, part: PartWire): Static<typeof DeliveredConversation> =>
  presentDelivered({
    ...whole,
    conversation_parts: { type: 'conversation_part.list', conversation_parts: [part], total_count: 1 },
  })

/** The words that were said last; the first message where nothing was said after it. */
export function lastWords(whole: WholeConversation): PartWire | null {
  const said = whole.conversation_parts.conversation_parts.filter(({ body }) => body !== null)
  return said.at(-1) ?? sourceAsPart(whole)
}

/** The first message as a part with the id of the message: events of parts tell of it so. */
export function sourceAsPart({ source, created_at, updated_at, state }: WholeConversation): PartWire | null {
  if (source === null || source.id === null) return null
  return {
    type: 'conversation_part',
    id: source.id,
    part_type: 'comment',
    body: source.body,
    created_at,
    updated_at: source.redacted ? updated_at : created_at,
    notified_at: created_at,
    assigned_to: null,
    author: { ...source.author, from_ai_agent: false, is_ai_answer: false },
    attachments: source.attachments,
    external_id: null,
    redacted: source.redacted,
    metadata: {},
    email_message_metadata: null,
    state,
    tags: [],
    event_details: {},
    app_package_code: null,
    translations: null,
  }
}

/** Parts by others since the conversation was last read, and the parts of this request. */
export function withUnread(whole: WholeConversation, readPartId: number | null, ids: number[]): WholeConversation {
  const unread = whole.conversation_parts.conversation_parts
    .filter(({ id, author, part_type }) => {
      const byOthers = author.type === 'admin' || author.type === 'bot'
      return byOthers && part_type !== 'note' && Number(id) > (readPartId ?? 0)
    })
    .map(({ id }) => Number(id))
  return withParts(whole, [...unread, ...ids])
}
