import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const message = { author: 'user', body: 'Hello', timestamp: '2026-01-15T12:00:00Z' }
const user = { id: 'user' }
const attributes = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, at]))
const history = Array.from({ length: 11 }, () => message)

export default [
  ...rows(400, 'parameter_invalid', 'conversation_id is required', {
    'POST /fin/start': () => ['/fin/start', { message, user }],
    'POST /fin/reply': () => ['/fin/reply', { message, user }],
  }),
  row('POST /fin/ask', 400, 'parameter_invalid', 'External Conversation ID is required', () => [
    '/fin/ask',
    { message, user },
  ]),
  row('POST /fin/ask', 400, 'parameter_invalid', 'User ID is required', () => [
    '/fin/ask',
    { conversation_id: 'a', message },
  ]),
  row('POST /fin/ask', 400, 'parameter_invalid', 'Conversation history cannot contain more than 10 items', () => [
    '/fin/ask',
    { conversation_id: 'a', message, user, conversation_metadata: { history } },
  ]),
  row('POST /fin/capabilities', 400, 'parameter_invalid', 'Cannot update more than 10 attributes at once.', () => [
    '/fin/capabilities',
    { user: { ...user, attributes } },
  ]),
  row('POST /fin/escalate', 400, 'parameter_invalid', 'Either conversation_id or user must be provided', () => [
    '/fin/escalate',
    { context: 'x' },
  ]),
  row('POST /fin/escalate', 400, 'parameter_invalid', 'Conversation not found', () => [
    '/fin/escalate',
    { conversation_id: 'nobody' },
  ]),
] satisfies ErrorRow[]
