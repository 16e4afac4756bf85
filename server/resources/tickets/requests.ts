import type { Given, Sample } from '../../test/requests/request.ts'

const file = {
  content_type: 'image/gif',
  name: 'a.gif',
  data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
}

const assignment = (given: Given) => ({
  admin_assignee_id: String(given['an admin']['id']),
  team_assignee_id: String(given['a team']['id']),
})

const onlyType = ({ 'a ticket type': type }: Given) => ({ ticket_type_id: type['id'] })

export default {
  'POST /tickets': {
    needs: ['a ticket type', 'a contact', 'a company', 'an admin', 'a team', 'a tracker ticket'],
    body: (given, { unique }) => ({
      ...onlyType(given),
      contacts: [{ id: given['a contact']['id'] }],
      ticket_attributes: { _default_title_: unique('title') },
      company_id: given['a company']['id'],
      conversation_to_link_id: given['a tracker ticket']['id'],
      assignment: assignment(given),
    }),
  },
  'POST /tickets/enqueue': {
    needs: ['a ticket type', 'a contact', 'an admin', 'a team'],
    body: (given) => ({
      ...onlyType(given),
      contacts: [{ id: given['a contact']['id'] }],
      assignment: assignment(given),
    }),
  },
  'GET /jobs/status/{}': {},
  'POST /tickets/search': {
    body: () => ({
      query: { field: 'created_at', operator: '>', value: 1 },
      pagination: { per_page: 5 },
      sort: { field: 'updated_at', order: 'ascending' },
    }),
  },
  'GET /tickets/{}': {},
  'PUT /tickets/{}': {
    needs: ['a company', 'an admin', 'a team'],
    body: (given, { unique }) => ({
      ticket_attributes: { _default_title_: unique('title') },
      company_id: given['a company']['id'],
      admin_id: given['an admin']['id'],
      assignee_id: given['a team']['id'],
      is_shared: true,
    }),
  },
  'DELETE /tickets/{}': { fresh: ['a ticket'] },
  'POST /tickets/{}/reply': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique }) => ({
      type: 'admin',
      message_type: 'comment',
      admin_id: admin['id'],
      body: unique('answer'),
      attachment_urls: ['https://example.com/a.png'],
      attachment_files: [file],
      reply_options: [{ text: unique('option'), uuid: unique('uuid') }],
    }),
  },
  'POST /tickets/{}/linked_conversations': {
    path: { ticket_id: 'a tracker ticket' },
    needs: ['a conversation'],
    fresh: ['a conversation'],
    body: ({ 'a conversation': conversation }) => ({ conversation_id: conversation['id'] }),
  },
  'DELETE /tickets/{}/linked_conversations/{}': {
    path: { ticket_id: 'a tracker ticket' },
    fresh: ['a conversation'],
    before: ({ 'a tracker ticket': tracker, 'a conversation': conversation }, { send }) =>
      send('POST', `/tickets/${tracker['id']}/linked_conversations`, { conversation_id: conversation['id'] }),
  },
  'POST /tickets/{}/change_type': {
    needs: ['another ticket type'],
    fresh: ['a ticket'],
    body: ({ 'another ticket type': type }) => ({
      ticket_type_id: type['id'],
      ticket_state_id: type['ticket_states'].data[0].id,
    }),
  },
  'POST /conversations/{}/convert': {
    needs: ['a ticket type'],
    fresh: ['a conversation'],
    body: (given, { unique }) => ({ ...onlyType(given), attributes: { _default_title_: unique('title') } }),
  },
} satisfies Record<string, Sample>
