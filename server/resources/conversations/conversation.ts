/**
 * The conversation on the wire. Lists and searches show it without its parts; an event shows it with the one part
 * that it tells of. Properties of features that Parley lacks (an AI agent, a sales agent, SLAs) are null, as in a
 * workspace that does not use them.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CustomAttributes, Id, model, Nullable, Reference, Timestamp } from '../../schema/types.ts'
import { Company, type CompanyWire } from '../companies/company.ts'
import { presentAppliedTag, Tag } from '../tags/tag.ts'
import { ConversationPart, presentPart } from '../../threads/part.ts'
import type { PartRow } from '../../threads/thread.ts'
import { ConversationRating, presentRating } from './rating.ts'
import { LinkedObjects, presentLinks } from './linked-objects.ts'
import type { ConversationRow } from './row.ts'
import { ConversationSource, presentSource } from './source.ts'
import { ConversationStatistics, presentStatistics } from './statistics.ts'
import { presentTicketOfConversation, ticketAttributes, TicketOfConversation } from './ticket-of-conversation.ts'

const MaybeTime = Nullable(Timestamp)

const Parts = Type.Object({
  type: Type.Literal('conversation_part.list'),
  conversation_parts: Type.Array(ConversationPart),
  total_count: Type.Integer(),
})

export const Conversation = model('conversation', {
  type: Type.Literal('conversation'),
  id: Id,
  created_at: Timestamp,
  updated_at: Timestamp,
  waiting_since: MaybeTime,
  snoozed_until: MaybeTime,
  source: Nullable(ConversationSource),
  contacts: Type.Object({
    type: Type.Literal('contact.list'),
    contacts: Type.Array(
      model('contact_reference', {
        type: Type.Literal('contact'),
        id: Id,
        external_id: Nullable(Type.String()),
      }),
    ),
  }),
  first_contact_reply: Nullable(
    Type.Object({ created_at: Timestamp, type: Type.String(), url: Nullable(Type.String()) }),
  ),
  admin_assignee_id: Type.Integer(),
  team_assignee_id: Type.Integer(),
  open: Type.Boolean(),
  state: Type.Enum(['open', 'closed', 'snoozed']),
  read: Type.Boolean(),
  tags: Type.Object({ type: Type.Literal('tag.list'), tags: Type.Array(Tag) }),
  priority: Type.Enum(['none', 'low', 'medium', 'high', 'urgent']),
  sla_applied: Type.Null(),
  statistics: ConversationStatistics,
  conversation_rating: Nullable(ConversationRating),
  teammates: Type.Object({ type: Type.Literal('admin.list'), admins: Type.Array(Reference) }),
  title: Nullable(Type.String()),
  custom_attributes: CustomAttributes,
  topics: Type.Object({
    type: Type.Literal('topic.list'),
    topics: Type.Array(Type.Null()),
    total_count: Type.Integer(),
  }),
  ticket: Nullable(TicketOfConversation),
  linked_objects: LinkedObjects,
  company: Nullable(Company),
  ai_topics: Type.Null(),
  ai_agent: Type.Null(),
  ai_agent_participated: Type.Boolean(),
  sales_agent: Type.Null(),
  sales_agent_participated: Type.Boolean(),
  channel: Type.Object({ initial: Type.String(), current: Type.String() }),
  external_references: Type.Array(Type.Null()),
  /** Both only where they are asked for; nobody evaluates conversations. */
  monitor_evaluations: Type.Optional(Type.Array(Type.Null())),
  scorecards: Type.Optional(Type.Array(Type.Null())),
  conversation_parts: Type.Optional(Parts),
})

export type ConversationWire = Static<typeof Conversation>

/** @param parts left out in lists; `total` may be more than are shown */
export function presentConversation(
  row: ConversationRow,
  company: CompanyWire | null,
  parts?: { rows: PartRow[]; total: number },
): ConversationWire {
  const channel = ['conversation', 'ticket'].includes(row.source_type) ? 'messenger' : row.source_type
  return {
    type: 'conversation',
    id: String(row.id),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    waiting_since: unix(row.waiting_since),
    snoozed_until: unix(row.snoozed_until),
    source: presentSource(row),
    contacts: {
      type: 'contact.list',
      contacts: contactsOf(row).map(({ id, external_id }) => ({ type: 'contact', id, external_id })),
    },
    first_contact_reply: row.first_contact_reply_at && {
      created_at: unix(row.first_contact_reply_at),
      type: row.first_contact_reply_type ?? 'conversation',
      url: row.first_contact_reply_url,
    },
    admin_assignee_id: row.admin_assignee_id ?? 0,
    team_assignee_id: row.team_assignee_id ?? 0,
    // A snoozed conversation is open: it only waits.
    open: row.state !== 'closed',
    state: row.state as ConversationWire['state'],
    read: row.read,
    tags: {
      type: 'tag.list',
      tags: row.tags?.map((tag) => presentAppliedTag({ ...tag, applied_at: new Date(tag.applied_at * 1000) })) ?? [],
    },
    priority: row.priority as ConversationWire['priority'],
    sla_applied: null,
    statistics: presentStatistics(row),
    conversation_rating: presentRating(row),
    teammates: {
      type: 'admin.list',
      admins: row.teammate_ids.map((id) => ({ type: 'admin', id: String(id) })),
    },
    title: row.title,
    custom_attributes: { ...(row.custom_attributes as object), ...ticketAttributes(row) },
    topics: { type: 'topic.list', topics: [], total_count: 0 },
    ticket: presentTicketOfConversation(row),
    linked_objects: presentLinks(row),
    company,
    ai_topics: null,
    ai_agent: null,
    ai_agent_participated: false,
    sales_agent: null,
    sales_agent_participated: false,
    channel: { initial: channel, current: channel },
    external_references: [],
    ...(parts && {
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: parts.rows.map(presentPart),
        total_count: parts.total,
      },
    }),
  }
}

const contactsOf = ({ contacts, source_contact_id, source_author_external_id }: ConversationRow) =>
  contacts ?? [{ id: source_contact_id!, external_id: source_author_external_id }]
