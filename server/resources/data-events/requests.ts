import type { Sample } from '../../test/requests/request.ts'

export default {
  'POST /events': {
    needs: ['a contact'],
    body: ({ 'a contact': { id } }, { unique, now }) => ({
      id,
      event_name: unique('event'),
      created_at: now() - 60,
      metadata: { order: 1 },
    }),
  },
  'GET /events': {
    needs: ['a contact'],
    query: ({ 'a contact': { id } }) => ({ type: 'user', intercom_user_id: id }),
  },
  'POST /events/summaries': {
    needs: ['a contact'],
    body: ({ 'a contact': { external_id } }, { unique, now }) => ({
      user_id: external_id,
      event_summaries: [{ event_name: unique('event'), count: 2, first: now() - 90, last: now() - 60 }],
    }),
  },
} satisfies Record<string, Sample>
