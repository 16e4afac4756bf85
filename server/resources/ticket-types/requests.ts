import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /ticket_types': {},
  'POST /ticket_types': {
    body: (_, { unique }) => ({
      name: unique('type'),
      description: unique('description'),
      category: 'Back-office',
      icon: '🐛',
      is_internal: true,
    }),
  },
  'GET /ticket_types/{}': {},
  'PUT /ticket_types/{}': {
    fresh: ['a ticket type'],
    body: (_, { unique }) => ({ name: unique('type'), description: unique('description'), archived: false }),
  },
  'POST /ticket_types/{}/attributes': {
    body: (_, { unique }) => ({
      name: unique('attribute'),
      description: unique('description'),
      data_type: 'list',
      list_items: 'High,Low',
      required_to_create: false,
      visible_to_contacts: true,
    }),
  },
  'PUT /ticket_types/{}/attributes/{}': {
    path: { attribute_id: 'a ticket type attribute' },
    body: (_, { unique }) => ({ name: unique('attribute'), description: unique('description'), multiline: true }),
  },
} satisfies Record<string, Sample>
