import { row, type ErrorRow } from '../../test/documented-errors/row.ts'
import { PART_SECRET } from './fixtures.ts'

const UPDATE = 'PUT /conversations/{}/conversation_parts/{}'

export default [
  row(UPDATE, 403, 'forbidden', 'Forbidden request', async ({ newConversation }) => [
    `${await newConversation()}/conversation_parts/1`,
    { experimental: true, secret: 'another secret', send_state: 'sent' },
  ]),
  row(UPDATE, 404, 'not_found', 'Resource Not Found', async ({ newest, newConversation }) => {
    await newest.put('/parley/conversation_part_secret', { secret: PART_SECRET })
    const body = { experimental: true, secret: PART_SECRET, send_state: 'sent' }
    return [`${await newConversation()}/conversation_parts/1`, body]
  }),
] satisfies ErrorRow[]
