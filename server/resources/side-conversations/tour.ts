import { step } from '../../test/tour/step.ts'

export default [
  step('POST /parley/conversations/{}/side_conversations', {
    needs: ['handled', 'handler'],
    go: (c, { handled, handler }) =>
      c.post(`/parley/conversations/${handled}/side_conversations`, { admin_id: handler, body: 'Do we have one?' }),
  }),
  step('POST /conversations/{}/side_conversations/{}/reply', {
    needs: ['handled', 'handler', 'side'],
    go: (c, { handled, handler, side }) =>
      c.post(`/conversations/${handled}/side_conversations/${side}/reply`, {
        message_type: 'comment',
        type: 'admin',
        admin_id: handler,
        body: 'Two, in the cellar',
      }),
  }),
  step('GET /conversations/{}/side_conversations', {
    needs: ['handled'],
    go: (c, { handled }) => c.get(`/conversations/${handled}/side_conversations`),
  }),
]
