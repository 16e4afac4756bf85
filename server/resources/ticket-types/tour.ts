import { step } from '../../test/tour/step.ts'

export default [
  step('POST /ticket_types', {
    gives: { ticketType: ({ id }) => id },
    go: (c) => c.post('/ticket_types', { name: 'Repair', description: 'A machine is broken', icon: '🔧' }),
  }),
  step('POST /ticket_types', {
    // Older versions show no states, and change no type.
    gives: { otherTicketType: ({ id }) => id, otherState: ({ ticket_states }) => ticket_states?.data[0].id },
    go: (c) => c.post('/ticket_types', { name: 'Refund' }),
  }),
  step('POST /ticket_types', {
    gives: { trackerType: ({ id }) => id },
    go: (c) => c.post('/ticket_types', { name: 'Recall', category: 'Tracker' }),
  }),
  step('POST /ticket_types/{}/attributes', {
    needs: ['ticketType'],
    gives: { ticketAttribute: ({ id }) => id },
    go: (c, { ticketType }) =>
      c.post(`/ticket_types/${ticketType}/attributes`, {
        name: 'Machine',
        description: 'The machine that is broken',
        data_type: 'list',
        list_items: 'Grinder,Brewer',
      }),
  }),
  step('PUT /ticket_types/{}/attributes/{}', {
    needs: ['ticketType', 'ticketAttribute'],
    go: (c, { ticketType, ticketAttribute }) =>
      c.put(`/ticket_types/${ticketType}/attributes/${ticketAttribute}`, { description: 'The broken machine' }),
  }),
  step('PUT /ticket_types/{}', {
    needs: ['ticketType'],
    go: (c, { ticketType }) => c.put(`/ticket_types/${ticketType}`, { name: 'Repair of a machine' }),
  }),
  step('GET /ticket_types/{}', {
    needs: ['ticketType'],
    go: (c, { ticketType }) => c.get(`/ticket_types/${ticketType}`),
  }),
  step('GET /ticket_types', { go: (c) => c.get('/ticket_types') }),
]
