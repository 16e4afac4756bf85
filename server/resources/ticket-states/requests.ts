import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /ticket_states': {},
  'GET /parley/ticket_states': {},
  'POST /parley/ticket_states': {
    needs: ['a ticket type'],
    body: ({ 'a ticket type': type }, { unique }) => ({
      category: 'in_progress',
      internal_label: unique('state'),
      external_label: unique('state'),
      ticket_type_ids: [type['id']],
    }),
  },
  'PUT /parley/ticket_states/{}': {
    needs: ['a ticket type'],
    body: ({ 'a ticket type': type }, { unique }) => ({
      external_label: unique('state'),
      ticket_type_ids: [type['id']],
    }),
  },
  'POST /parley/ticket_states/{}/archive': { fresh: ['a ticket state'] },
  'POST /parley/ticket_states/{}/unarchive': {},
} satisfies Record<string, Sample>
