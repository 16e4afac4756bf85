import { step } from '../../test/tour/step.ts'

const message = (body: string) => ({ author: 'user', body, timestamp: '2026-01-15T12:00:00.000Z' })
const user = { id: 'charles', name: 'Charles', email: 'charles@example.com' }

export default [
  step('POST /fin/start', {
    gives: { finSession: ({ conversation_id }) => conversation_id },
    go: (c) =>
      c.post('/fin/start', {
        conversation_id: 'ext-start',
        message: message('How do I oil the engine?'),
        user: { ...user, attributes: { unheard_of: true } },
        conversation_metadata: {
          history: [{ author: 'agent', body: 'Hello Charles', timestamp: '2026-01-15T11:59:00Z' }],
          attributes: { unknown: 'x' },
        },
      }),
  }),
  step('POST /fin/reply', {
    needs: ['finSession'],
    go: (c, { finSession }) =>
      c.post('/fin/reply', { conversation_id: finSession, message: message('It is the big one'), user }),
  }),
  step('POST /fin/ask', {
    gives: { finQuestion: ({ conversation_id }) => conversation_id },
    go: (c) => c.post('/fin/ask', { conversation_id: 'ext-ask', message: message('How many cogs has it?'), user }),
  }),
  step('POST /fin/escalate', {
    needs: ['finQuestion'],
    go: (c, { finQuestion }) => c.post('/fin/escalate', { conversation_id: finQuestion, context: 'He is in a hurry' }),
  }),
  step('POST /fin/csat', {
    needs: ['finRated'],
    go: (c, { finRated }) =>
      c.post('/fin/csat', { conversation_id: finRated, rating: 'amazing', remark: 'Very quick' }),
  }),
  step('POST /fin/capabilities', {
    needs: ['finProcedure'],
    go: (c) => c.post('/fin/capabilities', { user }),
  }),
  step('GET /parley/fin', { go: (c) => c.get('/parley/fin') }),
  step('PUT /parley/fin', { go: (c) => c.put('/parley/fin', { quiet_minutes: 20, rating_hours: 24 }) }),
]
