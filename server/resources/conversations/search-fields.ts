/**
 * Search fields of conversations: the "Accepted Fields" of `POST /conversations/search`. Parley has no AI agent: its
 * fields are known and have no value.
 */
import { fragment } from '../../db/pool.ts'
import { timestamp, type DateOptions, type DateRule } from '../../search/date-field.ts'
import type { SearchFields } from '../../search/fields.ts'
import { idList } from '../../search/list-field.ts'
import { boolean, integer } from '../../search/number-field.ts'
import { exact, numericId, string, word } from '../../search/string-field.ts'
import { text } from '../../search/text-field.ts'
import { authorEmail, authorField } from './author-field.ts'
import type { Fragment } from '../../db/pool.ts'

/** "Greater (or equal) than", "Lower (or equal) than": the operator table of the reference. */
const conversationDates: DateRule = { operators: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='], orEqual: true }
const date = (column: Fragment, options?: DateOptions) => timestamp(column, () => conversationDates, options)
const number = (column: Fragment) => integer(column, { orEqual: true })
const assignee = (column: Fragment) => integer(column, { orEqual: true, zeroIsMissing: true })

const ratingAdmin = numericId(fragment`threads.rating_admin_id`)

export const conversationSearch: SearchFields = {
  id: { column: fragment`threads.id`, type: 'bigint' },
  fields: {
    id: numericId(fragment`threads.id`, { nullable: false }),
    created_at: date(fragment`threads.created_at`, { nullable: false }),
    updated_at: date(fragment`threads.updated_at`, { nullable: false }),
    waiting_since: date(fragment`threads.waiting_since`),
    snoozed_until: date(fragment`threads.snoozed_until`),

    'source.type': exact(fragment`threads.source_type`),
    'source.id': numericId(fragment`threads.source_id`),
    'source.delivered_as': exact(fragment`threads.source_delivered_as`),
    'source.subject': string(fragment`threads.source_subject`),
    'source.body': text(fragment`threads.source_body`),
    'source.author.id': exact(fragment`coalesce(threads.source_contact_id, threads.source_admin_id::text)`),
    'source.author.type': exact(fragment`threads.source_author_type`),
    'source.author.name': authorField(fragment`author.name`),
    'source.author.email': authorEmail,
    'source.url': exact(fragment`threads.source_url`),
    channel_initiated: exact(fragment`threads.source_type`),

    contact_ids: idList(fragment`threads.contact_ids`, { type: 'text' }),
    teammate_ids: idList(fragment`threads.teammate_ids`, { type: 'bigint' }),
    tag_ids: idList(fragment`threads.tag_ids`, { type: 'bigint' }),
    admin_assignee_id: assignee(fragment`threads.admin_assignee_id`),
    team_assignee_id: assignee(fragment`threads.team_assignee_id`),

    // A snoozed conversation is open: it only waits.
    open: boolean(fragment`(threads.state <> 'closed')`),
    read: boolean(fragment`threads.read`),
    state: exact(fragment`threads.state`),
    // The words of versions that knew two priorities.
    priority: word(fragment`threads.priority`, {
      not_priority: ['none'],
      priority: ['low', 'medium', 'high', 'urgent'],
    }),

    'statistics.time_to_assignment': number(fragment`threads.time_to_assignment`),
    'statistics.time_to_admin_reply': number(fragment`threads.time_to_admin_reply`),
    'statistics.time_to_first_close': number(fragment`threads.time_to_first_close`),
    'statistics.time_to_last_close': number(fragment`threads.time_to_last_close`),
    'statistics.median_time_to_reply': number(fragment`threads.median_time_to_reply`),
    'statistics.first_contact_reply_at': date(fragment`threads.first_contact_reply_at`),
    'statistics.first_assignment_at': date(fragment`threads.first_assignment_at`),
    'statistics.first_admin_reply_at': date(fragment`threads.first_admin_reply_at`),
    'statistics.first_close_at': date(fragment`threads.first_close_at`),
    'statistics.last_assignment_at': date(fragment`threads.last_assignment_at`),
    'statistics.last_assignment_admin_reply_at': date(fragment`threads.last_assignment_admin_reply_at`),
    'statistics.last_contact_reply_at': date(fragment`threads.last_contact_reply_at`),
    'statistics.last_admin_reply_at': date(fragment`threads.last_admin_reply_at`),
    'statistics.last_close_at': date(fragment`threads.last_close_at`),
    // Documented as a string, a number in every answer.
    'statistics.last_closed_by_id': numericId(fragment`threads.last_closed_by_id`, { numbersToo: true }),
    'statistics.count_reopens': number(fragment`threads.count_reopens`),
    'statistics.count_assignments': number(fragment`threads.count_assignments`),
    'statistics.count_conversation_parts': number(fragment`threads.count_conversation_parts`),

    'conversation_rating.requested_at': date(fragment`threads.rating_requested_at`),
    'conversation_rating.replied_at': date(fragment`threads.rating_replied_at`),
    'conversation_rating.score': number(fragment`threads.rating::bigint`),
    'conversation_rating.remark': string(fragment`threads.rating_remark`),
    'conversation_rating.contact_id': exact(fragment`threads.rating_contact_id`),
    'conversation_rating.admin_d': ratingAdmin,
    'conversation_rating.admin_id': ratingAdmin,

    ai_agent_participated: boolean(fragment`(threads.ai_agent is not null)`),
    'ai_agent.resolution_state': exact(fragment`threads.ai_agent ->> 'resolution_state'`),
    'ai_agent.last_answer_type': exact(fragment`threads.ai_agent ->> 'last_answer_type'`),
    'ai_agent.rating': number(fragment`(threads.ai_agent ->> 'rating')::bigint`),
    'ai_agent.rating_remark': string(fragment`threads.ai_agent ->> 'rating_remark'`),
    'ai_agent.source_type': exact(fragment`threads.ai_agent ->> 'source_type'`),
    'ai_agent.source_title': exact(fragment`threads.ai_agent ->> 'source_title'`),
  },
  negationFindsMissing: () => true,
}
