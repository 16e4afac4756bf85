/** The statistics of a conversation on the wire. Statistics of future happenings are null. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { model, Nullable, Timestamp } from '../../schema/types.ts'
import type { ConversationRow } from './row.ts'

const MaybeTime = Nullable(Timestamp)
const MaybeSeconds = Nullable(Type.Integer())

const ResponseTimes = Type.Array(
  model('conversation_response_time', {
    team_id: Type.Integer(),
    team_name: Nullable(Type.String()),
    response_time: Type.Integer(),
  }),
)

export const ConversationStatistics = model('conversation_statistics', {
  type: Type.Literal('conversation_statistics'),
  time_to_assignment: MaybeSeconds,
  time_to_admin_reply: MaybeSeconds,
  time_to_first_close: MaybeSeconds,
  time_to_last_close: MaybeSeconds,
  median_time_to_reply: MaybeSeconds,
  first_contact_reply_at: MaybeTime,
  first_assignment_at: MaybeTime,
  first_admin_reply_at: MaybeTime,
  first_close_at: MaybeTime,
  last_assignment_at: MaybeTime,
  last_assignment_admin_reply_at: MaybeTime,
  last_contact_reply_at: MaybeTime,
  last_admin_reply_at: MaybeTime,
  last_close_at: MaybeTime,
  last_closed_by_id: Nullable(Type.Integer()),
  count_reopens: Type.Integer(),
  count_assignments: Type.Integer(),
  count_conversation_parts: Type.Integer(),
  assigned_team_first_response_time: ResponseTimes,
  assigned_team_first_response_time_in_office_hours: ResponseTimes,
  /** Left out until a conversation that was assigned is closed. */
  handling_time: Type.Optional(Type.Integer()),
  /** Nobody measures when teammates are idle. */
  adjusted_handling_time: Type.Null(),
})

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
  assigned_team_first_response_time: row.team_responses ?? [],
  // There are no office hours: every hour is one.
  assigned_team_first_response_time_in_office_hours: row.team_responses ?? [],
  ...(row.handling_time !== null && { handling_time: row.handling_time }),
  adjusted_handling_time: null,
})
