import { step } from '../../test/tour/step.ts'

export default [
  step('POST /tickets', {
    needs: ['ticketType', 'user', 'ticketAttribute'],
    gives: { ticket: ({ id }) => id },
    go: (c, { ticketType, user }) =>
      c.post('/tickets', {
        ticket_type_id: ticketType,
        contacts: [{ id: user }],
        ticket_attributes: { _default_title_: 'The grinder is broken', Machine: 'Grinder' },
      }),
  }),
  step('POST /tickets', {
    needs: ['trackerType', 'user'],
    gives: { tracker: ({ id }) => id },
    go: (c, { trackerType, user }) => c.post('/tickets', { ticket_type_id: trackerType, contacts: [{ id: user }] }),
  }),
  step('POST /tickets/enqueue', {
    needs: ['ticketType', 'user'],
    gives: { job: ({ id }) => id },
    go: (c, { ticketType, user }) =>
      c.post('/tickets/enqueue', { ticket_type_id: ticketType, contacts: [{ id: user }] }),
  }),
  step('GET /jobs/status/{}', { needs: ['job'], go: (c, { job }) => c.get(`/jobs/status/${job}`) }),
  step('PUT /tickets/{}', {
    needs: ['ticket', 'admin'],
    go: (c, { ticket, admin }) =>
      c.put(`/tickets/${ticket}`, {
        ticket_attributes: { _default_description_: 'It makes a noise' },
        admin_id: Number(admin),
        assignee_id: admin,
        assignment: { admin_id: admin, assignee_id: admin },
      }),
  }),
  step('POST /tickets/{}/reply', {
    needs: ['ticket', 'admin'],
    go: (c, { ticket, admin }) =>
      c.post(`/tickets/${ticket}/reply`, { type: 'admin', message_type: 'note', admin_id: admin, body: 'Look at it' }),
  }),
  step('POST /tickets/{}/tags', {
    needs: ['ticket', 'tag', 'admin'],
    gives: { taggedTicket: (tag) => tag.id },
    go: (c, { ticket, tag, admin }) => c.post(`/tickets/${ticket}/tags`, { id: tag, admin_id: admin }),
  }),
  step('DELETE /tickets/{}/tags/{}', {
    needs: ['ticket', 'tag', 'admin'],
    ends: ['taggedTicket'],
    go: (c, { ticket, tag, admin }) => c.delete(`/tickets/${ticket}/tags/${tag}`, { admin_id: admin }),
  }),
  step('GET /tickets/{}', { needs: ['ticket'], go: (c, { ticket }) => c.get(`/tickets/${ticket}`) }),
  step('POST /tickets/search', {
    go: (c) => c.post('/tickets/search', { query: { field: 'created_at', operator: '>', value: 1 } }),
  }),
  step('POST /tickets/{}/linked_conversations', {
    needs: ['tracker', 'conversation'],
    gives: { linked: ({ id }) => id },
    go: (c, { tracker, conversation }) =>
      c.post(`/tickets/${tracker}/linked_conversations`, { conversation_id: conversation }),
  }),
  step('DELETE /tickets/{}/linked_conversations/{}', {
    needs: ['tracker', 'conversation'],
    ends: ['linked'],
    go: (c, { tracker, conversation }) => c.delete(`/tickets/${tracker}/linked_conversations/${conversation}`),
  }),
  step('POST /tickets/{}/change_type', {
    needs: ['ticket', 'otherTicketType', 'otherState'],
    go: (c, { ticket, otherTicketType, otherState }) =>
      c.post(`/tickets/${ticket}/change_type`, { ticket_type_id: otherTicketType, ticket_state_id: otherState }),
  }),
  step('POST /conversations', {
    needs: ['user'],
    gives: { toConvert: ({ conversation_id }) => conversation_id },
    go: (c, { user }) => c.post('/conversations', { from: { type: 'user', id: user }, body: 'My order is late' }),
  }),
  step('POST /conversations/{}/convert', {
    needs: ['toConvert', 'ticketType'],
    go: (c, { toConvert, ticketType }) => c.post(`/conversations/${toConvert}/convert`, { ticket_type_id: ticketType }),
  }),
  step('DELETE /tickets/{}', { ends: ['ticket'], go: (c, { ticket }) => c.delete(`/tickets/${ticket}`) }),
]
