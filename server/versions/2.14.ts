import Type from 'typebox'
import { version } from './history.ts'

export default version('2.14', {
  adds: {
    fields: {
      conversation_part_author: ['from_ai_agent', 'is_ai_answer'],
      conversation_rating: ['updated_at'],
      team: ['assignment_limit'],
    },
    body: {
      'PUT /admins/{}/away': ['away_status_reason_id'],
      'PUT /conversations/{}': ['company_id'],
      'POST /conversations/{}/reply': ['reply_options'],
    },
    query: { 'GET /conversations/{}': ['include_translations'] },
  },
  changes: [
    {
      name: 'OfferQuickReplies',
      note: 'A reply may offer quick replies, or be the choice of one; such a message_type was refused before.',
      operations: ['POST /conversations/{}/reply'],
      body: { message_type: Type.Enum(['comment', 'note', 'close', 'open', 'snoozed', 'assignment']) },
    },
  ],
})
