import type { Sample } from '../../test/requests/request.ts'
import { PART_SECRET } from './fixtures.ts'

export default {
  'PUT /conversations/{}/conversation_parts/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      experimental: true,
      secret: PART_SECRET,
      send_state: 'sent',
      info_message: unique('message'),
      seen: true,
      admin_id: id,
    }),
  },
  'PUT /parley/conversation_part_secret': { body: () => ({ secret: PART_SECRET }) },
} satisfies Record<string, Sample>
