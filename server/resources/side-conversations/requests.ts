import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /conversations/{}/side_conversations': {},
  'POST /conversations/{}/side_conversations/{}/reply': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      message_type: 'comment',
      type: 'admin',
      admin_id: id,
      body: unique('aside'),
    }),
  },
  'POST /parley/conversations/{}/side_conversations': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({ admin_id: id, body: unique('aside') }),
  },
} satisfies Record<string, Sample>
