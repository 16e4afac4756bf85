import { step } from '../../test/tour/step.ts'

export default [
  step('PUT /parley/conversation_part_secret', {
    needs: ['partSecret'],
    go: (c, { partSecret }) => c.put('/parley/conversation_part_secret', { secret: partSecret }),
  }),
  step('PUT /conversations/{}/conversation_parts/{}', {
    needs: ['conversation', 'part', 'admin', 'partSecret'],
    go: (c, { conversation, part, admin, partSecret }) =>
      c.put(`/conversations/${conversation}/conversation_parts/${part}`, {
        experimental: true,
        secret: partSecret,
        send_state: 'sent',
        seen: true,
        admin_id: admin,
      }),
  }),
]
