import { step } from '../../test/tour/step.ts'

const SECRET = 'secret of the tour'

export default [
  step('PUT /parley/conversation_part_secret', {
    gives: { partSecret: () => SECRET },
    go: (c) => c.put('/parley/conversation_part_secret', { secret: SECRET }),
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
