/** The statistics of a conversation on the wire. Statistics of future happenings are null. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { described, model, Nullable, Timestamp } from '../../schema/types.ts'
import type { ConversationRow } from './row.ts'

const MaybeTime = Nullable(Timestamp)
const MaybeSeconds = Nullable(Type.Integer())

const ResponseTimes = Type.Array(
  model('conversation_response_time', {
    team_id: described(Type.Integer(), 'The id of the team.'),
    team_name: described(Nullable(Type.String()), 'The name of the team; null if the team is gone.'),
    response_time: described(Type.Integer(), 'The seconds that the team took to answer first.'),
  }),
)

export const ConversationStatistics = model('conversation_statistics', {
  type: Type.Literal('conversation_statistics'),
  time_to_assignment: described(
    MaybeSeconds,
    'Seconds from the start to the last assignment before the first reply; null until then.',
  ),
  time_to_admin_reply: described(
    MaybeSeconds,
    'Seconds of office hours from the start to the first reply of an admin; null until then.',
  ),
  time_to_first_close: described(
    MaybeSeconds,
    'Seconds of office hours from the start to the first close; null until then.',
  ),
  time_to_last_close: described(
    MaybeSeconds,
    'Seconds of office hours from the start to the last close; null until then.',
  ),
  median_time_to_reply: described(
    MaybeSeconds,
    'The median of the seconds of office hours that contacts waited for a reply; null until the first.',
  ),
  first_contact_reply_at: described(MaybeTime, 'When a contact first wrote; null until then.'),
  first_assignment_at: described(MaybeTime, 'When the conversation was first assigned; null until then.'),
  first_admin_reply_at: described(MaybeTime, 'When an admin first replied; null until then.'),
  first_close_at: described(MaybeTime, 'When the conversation was first closed; null until then.'),
  last_assignment_at: described(MaybeTime, 'When the conversation was last assigned; null until then.'),
  last_assignment_admin_reply_at: described(
    MaybeTime,
    'When an admin first replied after the last assignment; null until then.',
  ),
  last_contact_reply_at: described(MaybeTime, 'When a contact last wrote; null until then.'),
  last_admin_reply_at: described(MaybeTime, 'When an admin last replied; null until then.'),
  last_close_at: described(MaybeTime, 'When the conversation was last closed; null until then.'),
  last_closed_by_id: described(Nullable(Type.Integer()), 'The id of the admin who last closed it; null until then.'),
  count_reopens: described(Type.Integer(), 'The number of times that the closed conversation was opened again.'),
  count_assignments: described(Type.Integer(), 'The number of times that the conversation was assigned.'),
  count_conversation_parts: described(Type.Integer(), 'The number of its parts.'),
  assigned_team_first_response_time: described(
    ResponseTimes,
    'For each team that was assigned and answered, how long its first answer took.',
  ),
  assigned_team_first_response_time_in_office_hours: described(
    ResponseTimes,
    'The same within the office hours of the team, else of the workspace; without any, all hours count.',
  ),
  handling_time: described(
    MaybeSeconds,
    'Seconds from assignments to the close; null until an assigned conversation is closed.',
  ),
  /** Nobody measures when teammates are idle. */
  adjusted_handling_time: described(Type.Null(), 'Always null: idle time of admins is not measured.'),
})

const responsesOf = ({ team_responses }: ConversationRow, seconds: 'response_time' | 'office_response_time') =>
  (team_responses ?? []).map((one) => ({
    team_id: one.team_id,
    response_time: one[seconds],
    team_name: one.team_name,
  }))

export const presentStatistics = (row: ConversationRow): Static<typeof ConversationStatistics> => ({
  type: 'conversation_statistics',
  time_to_assignment: row.time_to_assignment,
  time_to_admin_reply: row.time_to_admin_reply,
  time_to_first_close: row.time_to_first_close,
  time_to_last_close: row.time_to_last_close,
  median_time_to_reply: row.median_time_to_reply,
  first_contact_reply_at: unix(row.first_contact_reply_at),
  first_assignment_at: unix(row.first_assignment_at),
  first_admin_reply_at: unix(row.first_admin_reply_at),
  first_close_at: unix(row.first_close_at),
  last_assignment_at: unix(row.last_assignment_at),
  last_assignment_admin_reply_at: unix(row.last_assignment_admin_reply_at),
  last_contact_reply_at: unix(row.last_contact_reply_at),
  last_admin_reply_at: unix(row.last_admin_reply_at),
  last_close_at: unix(row.last_close_at),
  last_closed_by_id: row.last_closed_by_id,
  count_reopens: row.count_reopens,
  count_assignments: row.count_assignments,
  count_conversation_parts: row.count_conversation_parts,
  assigned_team_first_response_time: responsesOf(row, 'response_time'),
  assigned_team_first_response_time_in_office_hours: responsesOf(row, 'office_response_time'),
  handling_time: row.handling_time,
  adjusted_handling_time: null,
})
