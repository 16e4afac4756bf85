/**
 * The conversation on the wire. Lists and searches show it without its parts; an event shows it with the one part
 * that it tells of. Properties of features that Parley lacks (a sales agent) are null, as in a
 * workspace that does not use them.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import {
  CreatedAt,
  CustomAttributes,
  described,
  IdOf,
  model,
  Nullable,
  Reference,
  Timestamp,
} from '../../schema/types.ts'
import { Company, type CompanyWire } from '../companies/company.ts'
import { presentAppliedTag, Tag } from '../tags/tag.ts'
import { ConversationPart, presentPart } from '../../threads/part.ts'
import type { PartRow } from '../../threads/thread.ts'
import { AiAgent, presentAiAgent } from './ai-agent.ts'
import { ConversationRating, presentRating } from './rating.ts'
import { LinkedObjects, presentLinks } from './linked-objects.ts'
import type { ConversationRow } from './row.ts'
import { presentSla, SlaApplied } from './sla-applied.ts'
import { channelOf, ConversationSource, presentSource } from './source.ts'
import { ConversationStatistics, presentStatistics } from './statistics.ts'
import { presentTicketOfConversation, ticketAttributes, TicketOfConversation } from './ticket-of-conversation.ts'

const MaybeTime = Nullable(Timestamp)

const Parts = Type.Object({
  type: Type.Literal('conversation_part.list'),
  conversation_parts: described(Type.Array(ConversationPart), 'The newest 500 parts, the oldest of them first.'),
  total_count: described(Type.Integer(), 'The number of parts of the conversation.'),
})

export const Conversation = model('conversation', {
  type: Type.Literal('conversation'),
  id: IdOf('conversation'),
  created_at: CreatedAt('conversation'),
  updated_at: described(Timestamp, 'When anything last happened in the conversation.'),
  waiting_since: described(MaybeTime, 'Since when a contact waits for a reply; null if none does.'),
  snoozed_until: described(MaybeTime, 'When the conversation wakes up; null if it is not snoozed.'),
  source: described(Nullable(ConversationSource), 'The first message; null if nobody began with one.'),
  contacts: described(
    Type.Object({
      type: Type.Literal('contact.list'),
      contacts: described(
        Type.Array(
          model('contact_reference', {
            type: Type.Literal('contact'),
            id: IdOf('contact'),
            external_id: described(
              Nullable(Type.String()),
              'The id that the contact has in your own system; null if none was given.',
            ),
          }),
        ),
        'All contacts who take part, the first one first.',
      ),
    }),
    'The contacts who take part.',
  ),
  first_contact_reply: described(
    Nullable(
      Type.Object({
        created_at: described(Timestamp, 'When it was written.'),
        type: described(Type.String(), 'The channel: `conversation` for the messenger, `email` and others.'),
        url: described(Nullable(Type.String()), 'The page on which it was written; null if unknown.'),
      }),
    ),
    'The first message of a contact; null until there is one.',
  ),
  admin_assignee_id: described(Type.Integer(), 'The id of the admin who is assigned; 0 for nobody.'),
  team_assignee_id: described(Type.Integer(), 'The id of the team that is assigned; 0 for none.'),
  open: described(Type.Boolean(), 'True unless the conversation is closed; snoozed ones are open, too.'),
  state: described(Type.Enum(['open', 'closed', 'snoozed']), '`open`, `closed`, or `snoozed` until a time or a reply.'),
  read: described(Type.Boolean(), 'True if an admin has read all of it.'),
  tags: described(
    Type.Object({ type: Type.Literal('tag.list'), tags: described(Type.Array(Tag), 'All of its tags.') }),
    'The tags of the conversation.',
  ),
  priority: described(Type.Enum(['none', 'low', 'medium', 'high', 'urgent']), 'The urgency.'),
  sla_applied: described(Nullable(SlaApplied), 'The service level agreement that was applied last; null for none.'),
  statistics: described(ConversationStatistics, 'Times and counts of what happened in it.'),
  conversation_rating: described(
    Nullable(ConversationRating),
    'The rating by a contact; null until one is asked for it.',
  ),
  teammates: described(
    Type.Object({
      type: Type.Literal('admin.list'),
      admins: described(Type.Array(Reference), 'All admins who wrote in it or were assigned to it.'),
    }),
    'The admins who take part.',
  ),
  title: described(Nullable(Type.String()), 'The title; null or empty if none was given.'),
  custom_attributes: described(CustomAttributes, 'The values of your own data attributes, by name.'),
  topics: described(
    Type.Object({
      type: Type.Literal('topic.list'),
      topics: described(Type.Array(Type.Null()), 'Always empty: Parley finds no topics yet.'),
      total_count: described(Type.Integer(), 'Always 0.'),
    }),
    'The topics that were found in it.',
  ),
  ticket: described(Nullable(TicketOfConversation), 'The ticket that it is; null for a conversation that is none.'),
  linked_objects: described(LinkedObjects, 'The tickets and conversations that it is linked to.'),
  company: described(Nullable(Company), 'The company that it is about; null for none.'),
  ai_topics: described(Type.Null(), 'Always null: Parley finds no topics yet.'),
  ai_agent: described(Nullable(AiAgent), 'The part that the AI agent takes in it; null if it takes none.'),
  ai_agent_participated: described(Type.Boolean(), 'True if the AI agent takes part.'),
  sales_agent: described(Type.Null(), 'Always null: no sales agent takes part.'),
  sales_agent_participated: described(Type.Boolean(), 'Always false: no sales agent takes part.'),
  channel: described(
    Type.Object({
      initial: described(Type.String(), 'The channel in which it began, such as `messenger` or `email`.'),
      current: described(Type.String(), 'The channel in which it goes on.'),
    }),
    'The channels of the conversation.',
  ),
  external_references: described(
    Type.Array(Type.Null()),
    'Always empty: Parley keeps no references to other systems yet.',
  ),
  /** Both only where they are asked for; nobody evaluates conversations. */
  monitor_evaluations: described(
    Type.Optional(Type.Array(Type.Null())),
    'Always empty: Parley has no monitors. Present only if `include_monitors` asks for it.',
  ),
  scorecards: described(
    Type.Optional(Type.Array(Type.Null())),
    'Always empty: Parley has no scorecards. Present only if `include_scorecards` asks for it.',
  ),
  conversation_parts: described(Type.Optional(Parts), 'Everything after the first message. Absent in lists.'),
})

export type ConversationWire = Static<typeof Conversation>

/** @param parts left out in lists; `total` may be more than are shown */
export function presentConversation(
  row: ConversationRow,
  company: CompanyWire | null,
  parts?: { rows: PartRow[]; total: number },
): ConversationWire {
  const channel = channelOf(row)
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
    sla_applied: presentSla(row),
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
    ai_agent: presentAiAgent(row.ai_agent),
    ai_agent_participated: row.ai_agent !== null,
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
