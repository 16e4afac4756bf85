import type { Client } from '../../test/app.ts'
import { NOBODY, type Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/tickets/999999999'

async function newType({ newest }: Ground, category = 'Customer'): Promise<any> {
  return (await newest.post('/ticket_types', { name: 'Refund', category })).body
}

async function newTicket(ground: Ground, type?: any): Promise<any> {
  const { id } = type ?? (await newType(ground))
  const contacts = [{ id: await ground.newContact() }]
  return (await ground.newest.post('/tickets', { ticket_type_id: id, contacts })).body
}

const newTracker = async (ground: Ground) => newTicket(ground, await newType(ground, 'Tracker'))

/** As the client's version names the admin who acts, and the assignee. */
async function assignment(client: Client, admin_id: number, assignee_id: number): Promise<object> {
  const { headers } = await client.get('/me')
  const minor = Number(/^2\.(\d+)$/.exec(headers['intercom-version'] ?? '')?.[1] ?? Infinity)
  return minor < 14
    ? { assignment: { admin_id: String(admin_id), assignee_id: String(assignee_id) } }
    : { admin_id, assignee_id }
}

export default [
  ...rows(404, 'ticket_not_found', 'Ticket not found', {
    'DELETE /tickets/{}': () => [NOWHERE],
    'POST /tickets/{}/tags': async ({ adminId, newTag }) => [
      `${NOWHERE}/tags`,
      { id: await newTag(), admin_id: adminId },
    ],
    'DELETE /tickets/{}/tags/{}': async ({ adminId, newTag }) => [
      `${NOWHERE}/tags/${await newTag()}`,
      { admin_id: adminId },
    ],
    'POST /tickets/{}/linked_conversations': () => [`${NOWHERE}/linked_conversations`, { conversation_id: '1' }],
    'DELETE /tickets/{}/linked_conversations/{}': () => [`${NOWHERE}/linked_conversations/1`],
  }),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'POST /tickets/{}/change_type': () => [`${NOWHERE}/change_type`, { ticket_type_id: '1', ticket_state_id: '1' }],
    'POST /tickets/{}/reply': ({ adminId }) => [
      `${NOWHERE}/reply`,
      { type: 'admin', message_type: 'note', admin_id: adminId, body: 'Hello' },
    ],
  }),
  row('GET /jobs/status/{}', 404, 'job_not_found', 'Job Not Found', () => ['/jobs/status/999999999']),
  row('DELETE /tickets/{}/tags/{}', 404, 'tag_not_found', 'Tag not found', async (ground) => [
    `/tickets/${(await newTicket(ground)).id}/tags/123`,
    { admin_id: ground.adminId },
  ]),
  row('PUT /tickets/{}', 404, 'admin_not_found', 'Admin not found', async (ground, client) => [
    `/tickets/${(await newTicket(ground)).id}`,
    await assignment(client, 123, ground.adminId),
  ]),
  row('PUT /tickets/{}', 404, 'assignee_not_found', 'Assignee not found', async (ground, client) => [
    `/tickets/${(await newTicket(ground)).id}`,
    await assignment(client, ground.adminId, 123),
  ]),
  row(
    'PUT /tickets/{}',
    400,
    'ticket_state_id_invalid',
    'Ticket state id is not valid or is not associated with the ticket type',
    async (ground) => [`/tickets/${(await newTicket(ground)).id}`, { ticket_state_id: 0 }],
    { since: '2.12' },
  ),
  row(
    'POST /tickets/{}/reply',
    400,
    'parameter_mismatch',
    'User replies are not allowed on Backoffice tickets',
    async (ground) => {
      const ticket = await newTicket(ground, await newType(ground, 'Back-office'))
      const intercom_user_id = ticket.contacts.contacts[0].id
      return [`/tickets/${ticket.id}/reply`, { type: 'user', message_type: 'comment', intercom_user_id, body: 'Hello' }]
    },
    { since: '2.10' },
  ),
  row('POST /tickets/enqueue', 400, 'parameter_invalid', 'Missing required ticket attributes', async (ground) => {
    const type = await newType(ground)
    const attribute = { name: 'Reason', description: '', data_type: 'string', required_to_create: true }
    await ground.newest.post(`/ticket_types/${type.id}/attributes`, attribute)
    return ['/tickets/enqueue', { ticket_type_id: type.id, contacts: [{ id: NOBODY }] }]
  }),
  row(
    'POST /conversations/{}/convert',
    400,
    'parameter_invalid',
    'Ticket type is not a customer ticket type',
    async (ground) => [
      `${await ground.newConversation()}/convert`,
      { ticket_type_id: (await newType(ground, 'Back-office')).id },
    ],
  ),
  row(
    'POST /tickets/{}/linked_conversations',
    400,
    'invalid_ticket_type',
    'Only tracker tickets support linking conversations',
    async (ground) => [`/tickets/${(await newTicket(ground)).id}/linked_conversations`, { conversation_id: '1' }],
  ),
  row(
    'DELETE /tickets/{}/linked_conversations/{}',
    400,
    'invalid_ticket_type',
    'Only tracker tickets support unlinking conversations',
    async (ground) => [`/tickets/${(await newTicket(ground)).id}/linked_conversations/1`],
  ),
  row(
    'DELETE /tickets/{}/linked_conversations/{}',
    404,
    'conversation_not_found',
    'Conversation is not linked to this ticket',
    async (ground) => {
      const conversation = await ground.newConversation()
      return [`/tickets/${(await newTracker(ground)).id}/linked_conversations/${conversation.split('/').at(-1)}`]
    },
  ),
  row(
    'POST /tickets/{}/linked_conversations',
    404,
    'conversation_not_found',
    'Conversation not found',
    async (ground) => [`/tickets/${(await newTracker(ground)).id}/linked_conversations`, { conversation_id: '1' }],
  ),
  row(
    'POST /tickets/{}/linked_conversations',
    400,
    'parameter_not_found',
    'conversation_id not specified',
    async (ground) => [`/tickets/${(await newTracker(ground)).id}/linked_conversations`, {}],
  ),
  row(
    'POST /tickets/{}/linked_conversations',
    400,
    'already_linked_to_tracker',
    'A conversation can only have one tracker ticket',
    async (ground) => {
      const conversation_id = (await ground.newConversation()).split('/').at(-1)
      const first = await newTracker(ground)
      await ground.newest.post(`/tickets/${first.id}/linked_conversations`, { conversation_id })
      return [`/tickets/${(await newTracker(ground)).id}/linked_conversations`, { conversation_id }]
    },
  ),
  row(
    'POST /tickets/{}/linked_conversations',
    400,
    'linked_conversation_limit_exceeded',
    'Ticket has reached the maximum number of conversations that can be linked',
    async (ground) => {
      const { id } = await newTracker(ground)
      const { db, workspace } = ground.app
      await db`update threads set link_count = 2500 where workspace_id = ${workspace.id} and id = ${id}`
      const conversation_id = (await ground.newConversation()).split('/').at(-1)
      return [`/tickets/${id}/linked_conversations`, { conversation_id }]
    },
  ),
  row(
    'POST /tickets/{}/change_type',
    400,
    'parameter_not_found',
    'ticket_type_id is a required parameter',
    async (ground) => [`/tickets/${(await newTicket(ground)).id}/change_type`, { ticket_state_id: '1' }],
  ),
  row(
    'POST /tickets/{}/change_type',
    400,
    'parameter_not_found',
    'ticket_state_id is a required parameter',
    async (ground) => [`/tickets/${(await newTicket(ground)).id}/change_type`, { ticket_type_id: '1' }],
  ),
  row(
    'POST /tickets/{}/change_type',
    400,
    'parameter_invalid',
    'Cannot change to the same ticket type',
    async (ground) => {
      const ticket = await newTicket(ground)
      const same = { ticket_type_id: ticket.ticket_type.id, ticket_state_id: ticket.ticket_state.id }
      return [`/tickets/${ticket.id}/change_type`, same]
    },
  ),
  row(
    'POST /tickets/{}/change_type',
    400,
    'parameter_invalid',
    "Ticket custom state doesn't belong to the new ticket type",
    async (ground) => {
      const [ticket, other] = [await newTicket(ground), await newType(ground)]
      return [`/tickets/${ticket.id}/change_type`, { ticket_type_id: other.id, ticket_state_id: '1' }]
    },
  ),
  row(
    'POST /tickets/{}/change_type',
    400,
    'parameter_invalid',
    'Extra attributes provided that are not found on ticket type: Priority',
    async (ground) => {
      const [ticket, other] = [await newTicket(ground), await newType(ground)]
      const ticket_state_id = other.ticket_states.data[0].id
      const ticket_attributes = { Priority: 'High' }
      return [`/tickets/${ticket.id}/change_type`, { ticket_type_id: other.id, ticket_state_id, ticket_attributes }]
    },
  ),
] satisfies ErrorRow[]
