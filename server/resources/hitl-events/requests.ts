import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /conversations/{}/hitl_events': {},
  'POST /parley/conversations/{}/hitl_events': {
    body: (_, { unique, now }) => ({
      events: [
        {
          event_type: 'fin_consultation_started',
          happened_at: Math.floor(now()) - 60,
          data: { customer_question: unique('question') },
        },
        {
          event_type: 'fin_consultation_finished',
          happened_at: Math.floor(now()),
          data: { outcome: 'approved' },
        },
      ],
    }),
  },
} satisfies Record<string, Sample>
