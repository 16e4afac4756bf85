import { code, type Scene, type Sides } from '../../test/sides/scene.ts'

const newTicket = async (scene: Scene): Promise<string> => `/tickets/${(await scene.another('a ticket'))['id']}`

export default {
  ShareLinkedTickets: {
    since: '2.17',
    see: async (client, scene) => {
      const name = scene.unique('type')
      const { id } = await scene.send('POST', '/ticket_types', { name, category: 'Back-office' })
      const contacts = [{ id: await scene.newContact() }]
      const ticket = await scene.send('POST', '/tickets', { ticket_type_id: id, contacts })
      return code(await client.put(`/tickets/${ticket['id']}`, { is_shared: true }))
    },
    before: [200, undefined],
    after: [400, 'parameter_invalid'],
  },
  ReplyToTickets: {
    since: '2.10',
    see: async (client, scene) =>
      code(
        await client.post(`${await newTicket(scene)}/reply`, {
          type: 'admin',
          message_type: 'comment',
          admin_id: scene.adminId,
          body: 'We are on it',
        }),
      ),
    before: [400, 'parameter_invalid'],
    after: [200, undefined],
  },
  ExpandTicketState: {
    since: '2.12',
    see: async (client, scene) => {
      const path = await newTicket(scene)
      const { data } = (await scene.newest.get('/ticket_states')).body
      const { id } = data.find(({ category }: { category: string }) => category === 'waiting_on_customer')
      await scene.send('PUT', path, { ticket_state_id: id })
      const { body } = await client.get(path)
      const { ticket_state: state, ticket_state_internal_label, ticket_state_external_label } = body
      return [state.category ?? state, ticket_state_internal_label, ticket_state_external_label]
    },
    before: ['waiting_on_customer', 'Waiting on customer', 'Waiting on you'],
    after: ['waiting_on_customer', undefined, undefined],
  },
  NameTicketStateById: {
    since: '2.12',
    see: async (client, scene) => {
      const path = await newTicket(scene)
      const { data } = (await scene.newest.get('/ticket_states')).body
      const { id } = data.find(({ category }: { category: string }) => category === 'in_progress')
      await client.put(path, { state: 'in_progress', ticket_state_id: id })
      const byId = (await scene.newest.get(path)).body.ticket_state.category
      await client.put(path, { state: 'resolved' })
      return [byId, (await scene.newest.get(path)).body.ticket_state.category]
    },
    before: ['in_progress', 'resolved'],
    after: ['in_progress', 'in_progress'],
  },
  AssignTicketsAtTop: {
    since: '2.14',
    see: async (client, scene) => {
      const path = await newTicket(scene)
      await client.put(path, { assignment: { admin_id: scene.adminId, assignee_id: scene.adminId } })
      return (await scene.newest.get(path)).body.admin_assignee_id === scene.adminId
    },
    before: true,
    after: false,
  },
  NumberTicketAssignees: {
    since: '2.16',
    see: async (client, scene) => {
      const { body } = await client.get(await newTicket(scene))
      return [body.admin_assignee_id, body.team_assignee_id]
    },
    before: ['0', '0'],
    after: [0, 0],
  },
} satisfies Record<string, Sides>
