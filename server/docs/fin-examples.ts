/** Examples of the AI agent and of its procedures. */
import { ALLOWED, BY_MAIL, FIN_SESSION, FIN_USER, WAITING_STEP, WAITING_USER, WAY } from '../demo/fin.ts'
import { procedure, waiting } from './demo-ids.ts'
import { at, type ExampleRequest } from './example-request.ts'

const user = { id: FIN_USER, name: 'Nora Bauer' }
const message = (body: string) => ({ author: 'user', body, timestamp: '2026-01-15T10:01:20.000Z' })

export const finExamples: Record<string, ExampleRequest> = {
  'POST /fin/start': at('/fin/start', {
    conversation_id: 'ext-123',
    message: message('How often do I descale my machine?'),
    user,
  }),
  'POST /fin/reply': at('/fin/reply', {
    conversation_id: FIN_SESSION,
    message: message('And with which brush?'),
    user: { id: FIN_USER },
  }),
  'POST /fin/ask': at('/fin/ask', {
    conversation_id: 'ext-124',
    message: message('How long does a delivery take?'),
    user,
  }),
  'POST /fin/escalate': at('/fin/escalate', {
    conversation_id: FIN_SESSION,
    context: 'The customer would like a call back.',
  }),
  'POST /fin/csat': at('/fin/csat', { conversation_id: FIN_SESSION, rating: 'amazing', remark: 'That was quick.' }),
  'POST /fin/capabilities': at('/fin/capabilities', { user: { id: FIN_USER } }),
  'POST /fin/procedures/{}/run': at(`/fin/procedures/${procedure}/run`, {
    conversation_id: 'ext-125',
    user,
    message: { author: 'agent', body: 'I am asking a colleague about your return.' },
  }),
  'POST /procedures/{}/proactive_trigger': at(`/procedures/${procedure}/proactive_trigger`, {
    user: { id: WAITING_USER },
    locale: 'en',
  }),
  'POST /procedures/{}/collect_agent_input': at(`/procedures/${waiting}/collect_agent_input`, {
    step_id: WAITING_STEP,
    attribute_values: [
      { identifier: ALLOWED, value: true },
      { identifier: WAY, value: BY_MAIL },
    ],
  }),
}
