/** Fields of searches that can be sorted by: the columns of those that are called otherwise. */

export const renamed: Record<string, string> = {
  'contacts avatar': 'avatar_url',
  'contacts ios_app_device': 'ios_device',
  'contacts andoid_sdk_version': 'android_sdk_version',
  'threads channel_initiated': 'source_type',
  'threads conversation_rating.requested_at': 'rating_requested_at',
  'threads conversation_rating.replied_at': 'rating_replied_at',
  'threads conversation_rating.score': 'rating',
  'threads conversation_rating.remark': 'rating_remark',
}

/** Fields that cannot be missing of the rows that are made here, though their columns allow it, each with the reason. */
export const neverMissing: Record<string, string> = {
  'threads conversation_rating.requested_at': 'a rating is of a conversation that was closed, which asked for it',
}

const two = 'has two values, so that rows of one value go by their ids'
const refers = 'refers to another row, of which there are not three of any rank here'
const words = 'is one of a few words, which the table holds to'
const agent = 'is a property of the one column that keeps what the AI agent did'

/** Fields that no free column holds, each with the reason. */
export const notByColumn: Record<string, string> = {
  'contacts id': 'is the id itself',
  'contacts role': words,
  'contacts owner_id': refers,
  'contacts email_domain': 'is made of the email',
  'contacts unsubscribed_from_emails': two,
  'contacts marked_email_as_spam': two,
  'contacts has_hard_bounced': two,
  'threads id': 'is the id itself',
  'threads source.type': words,
  'threads source.delivered_as': words,
  'threads channel_initiated': words,
  'threads source.author.id': refers,
  'threads source.author.type': words,
  'threads source.author.name': 'is the name of the contact: search of its own',
  'threads source.author.email': 'is the email of the contact',
  'threads admin_assignee_id': refers,
  'threads team_assignee_id': refers,
  'threads open': two,
  'threads read': two,
  'threads state': words,
  'threads priority': words,
  'threads statistics.last_closed_by_id': refers,
  'threads conversation_rating.contact_id': refers,
  'threads conversation_rating.admin_d': refers,
  'threads conversation_rating.admin_id': refers,
  'threads ai_agent_participated': two,
  'threads ai_agent.resolution_state': agent,
  'threads ai_agent.last_answer_type': agent,
  'threads ai_agent.rating': agent,
  'threads ai_agent.rating_remark': agent,
  'threads ai_agent.source_type': agent,
  'threads ai_agent.source_title': agent,
}
