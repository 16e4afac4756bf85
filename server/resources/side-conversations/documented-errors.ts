import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/conversations/999999999/side_conversations'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /conversations/{}/side_conversations': () => [NOWHERE],
    'POST /conversations/{}/side_conversations/{}/reply': ({ adminId }) => [
      `${NOWHERE}/1/reply`,
      { message_type: 'comment', type: 'admin', admin_id: adminId, body: 'Hello' },
    ],
  }),
] satisfies ErrorRow[]
