import { fragment, type Fragment } from '../../../db/pool.ts'
import { CONVERSATION } from './known-attributes.ts'
import { adminName, attributesOf, inOrder, type Dataset } from './dataset.ts'
import {
  agentFacts,
  agentRatingFacts,
  contactFacts,
  contactValues,
  conversationFacts,
  conversationValues,
  counted,
  ids,
  joinContact,
  ratingFacts,
} from './shared.ts'

/** The statistics of a conversation (`conversations/statistics.ts`), by the same columns. */
const statistics = [
  ...attributesOf('timestamp', [
    ['conversation_first_closed_at', 'First closed at', fragment`t.first_close_at`],
    ['conversation_last_closed_at', 'Last closed at', fragment`t.last_close_at`],
    ['conversation_first_teammate_reply_at', 'First reply of a teammate at', fragment`t.first_admin_reply_at`],
    ['conversation_last_teammate_reply_at', 'Last reply of a teammate at', fragment`t.last_admin_reply_at`],
    ['conversation_first_user_reply_at', 'First reply of the contact at', fragment`t.first_contact_reply_at`],
    ['conversation_last_user_reply_at', 'Last reply of the contact at', fragment`t.last_contact_reply_at`],
    ['conversation_first_assigned_at', 'First assigned at', fragment`t.first_assignment_at`],
    ['conversation_last_assigned_at', 'Last assigned at', fragment`t.last_assignment_at`],
    [
      'conversation_last_assignment_teammate_reply_at',
      'First reply after the last assignment at',
      fragment`t.last_assignment_admin_reply_at`,
    ],
  ]),
  ...attributesOf('duration', [
    ['conversation_first_response_time', 'First response time', fragment`t.time_to_admin_reply`],
    // Statistics leave out what is outside of office hours.
    ['first_response_time_in_office_hours', 'First response time in office hours', fragment`t.time_to_admin_reply`],
    ['time_to_first_close_in_office_hours', 'Time to first close in office hours', fragment`t.time_to_first_close`],
    ['time_to_close_in_office_hours', 'Time to close in office hours', fragment`t.time_to_last_close`],
    ['conversation_time_to_assignment', 'Time to assignment', fragment`t.time_to_assignment`],
    ['time_to_first_close', 'Time to first close', fragment`t.time_to_first_close`],
    ['conversation_time_to_close', 'Time to last close', fragment`t.time_to_last_close`],
    ['conversation_median_time_to_reply', 'Median time to reply', fragment`t.median_time_to_reply`],
    ['conversation_handling_time', 'Handling time', fragment`t.handling_time`],
  ]),
  ...attributesOf('standard', [
    ['conversation_assignments_count', 'Assignments', fragment`t.count_assignments`],
    ['conversation_reopens_count', 'Reopens', fragment`t.count_reopens`],
    ['conversation_parts_count', 'Parts', fragment`t.count_conversation_parts`],
  ]),
  ...attributesOf('teammate', [
    [
      'last_closing_teammate_id',
      'Teammate who last closed it',
      adminName(fragment`t.workspace_id`, fragment`t.last_closed_by_id`),
    ],
    ['last_closing_teammate_raw_id', 'Teammate who last closed it (ID)', fragment`t.last_closed_by_id::text`],
  ]),
]

/** The first part that admins wrote, or closed the conversation with: its author. */
const firstBy = (parts: Fragment) => fragment`(
  select a.name from thread_parts p join admins a on a.workspace_id = p.workspace_id and a.id = p.author_admin_id
  where p.workspace_id = t.workspace_id and p.thread_id = t.id and ${parts} order by p.created_at, p.id limit 1)`

/** As the statistics count them (`threads/fold.ts`): words beside a close or an assignment are a reply, too. */
const ANSWER = fragment`p.author_type = 'admin' and (p.part_type in ('comment', 'quick_reply')
  or p.part_type in ('close', 'assignment', 'assign_and_reopen', 'assign_and_unsnooze') and p.body <> '')`

const teamwork = [
  ...attributesOf('teammate', [
    ['first_replying_teammate_id', 'Teammate who first replied', firstBy(ANSWER)],
    ['first_closing_teammate_id', 'Teammate who first closed it', firstBy(fragment`p.part_type = 'close'`)],
    [
      'call_participant_teammate_ids',
      'Teammates who talked on the phone',
      fragment`(select string_agg(distinct a.name, ', ') from calls k
        join admins a on a.workspace_id = k.workspace_id and a.id = k.admin_id
        where k.workspace_id = t.workspace_id and k.conversation_id = t.id)`,
    ],
  ]),
  ...attributesOf('standard', [
    ['reassignments_count', 'Reassignments', fragment`greatest(0, t.count_assignments - 1)`],
    [
      'teammate_replies_count',
      'Replies of teammates',
      fragment`(select count(*) from thread_parts p
        where p.workspace_id = t.workspace_id and p.thread_id = t.id and ${ANSWER})`,
    ],
    [
      'conversation_has_calls',
      'Has calls',
      fragment`exists (select from calls k where k.workspace_id = t.workspace_id and k.conversation_id = t.id)`,
    ],
  ]),
]

export const conversation: Dataset = {
  id: 'conversation',
  name: 'Conversation',
  description: 'Conversations, with their assignees, ratings and statistics.',
  time: 'conversation_started_at',
  from: fragment`from threads t ${joinContact}`,
  workspace: fragment`t.workspace_id`,
  at: fragment`t.created_at`,
  order: fragment`t.id`,
  where: counted,
  answered: fragment`t.first_contact_reply_at is not null`,
  attributes: inOrder(CONVERSATION, [
    ...ids,
    ...attributesOf('timestamp', [['conversation_started_at', 'Conversation started at', fragment`t.created_at`]]),
    ...conversationFacts,
    ...ratingFacts,
    ...agentFacts,
    ...agentRatingFacts,
    ...statistics,
    ...teamwork,
    ...contactFacts,
  ]),
  custom: [conversationValues, contactValues],
}
