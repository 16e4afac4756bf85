import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /ticket_states': {},
  'GET /parley/ticket_states': {},
  'POST /parley/ticket_states': {
    body: (_, { unique }) => ({
      category: 'in_progress',
      internal_label: unique('state'),
      external_label: unique('state'),
    }),
  },
  'PUT /parley/ticket_states/{}': { body: (_, { unique }) => ({ external_label: unique('state') }) },
  'POST /parley/ticket_states/{}/archive': { fresh: ['a ticket state'] },
  'POST /parley/ticket_states/{}/unarchive': {},
} satisfies Record<string, Sample>
