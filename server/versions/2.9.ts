import { version } from './history.ts'

export default version('2.9', {
  adds: {
    planned: [
      'POST /ticket_types/{}/attributes',
      'PUT /ticket_types/{}/attributes/{}',
      'GET /ticket_types',
      'POST /ticket_types',
      'GET /ticket_types/{}',
      'PUT /ticket_types/{}',
      'POST /tickets/{}/reply',
      'POST /tickets',
      'PUT /tickets/{}',
      'GET /tickets/{}',
    ],
    fields: { conversation: ['ticket'] },
  },
})
