import { version } from './history.ts'

export default version('2.14', {
  adds: {
    fields: {
      conversation_part_author: ['from_ai_agent', 'is_ai_answer'],
      conversation_rating: ['updated_at'],
    },
    body: { 'PUT /conversations/{}': ['company_id'] },
    query: { 'GET /conversations/{}': ['include_translations'] },
  },
})
