import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /conversations/{}/handling_events': {},
  'POST /parley/conversations/{}/handling_events': {
    needs: ['an admin'],
    fresh: ['a conversation'],
    body: ({ 'an admin': { id } }, { unique, now }) => ({
      admin_id: id,
      type: 'paused',
      reason: unique('reason'),
      happened_at: Math.floor(now()),
    }),
  },
} satisfies Record<string, Sample>
