import type { Situation, Stage } from '../stage.ts'

interface Ticket {
  id: string
  typeId: string
  contactId: string
}

const TEXTS = { Platforms: 'string', 'Root cause': 'string' }

/** A type with attributes besides the built-in ones, each with its type of data. */
async function ticketType(
  { send }: Stage,
  category = 'Customer',
  attributes: Record<string, string> = TEXTS,
): Promise<string> {
  const { id } = await send('post', '/ticket_types', {
    name: 'Tickets',
    description: 'Some words',
    category,
    icon: '🎟',
  })
  for (const [name, data_type] of Object.entries(attributes))
    await send('post', `/ticket_types/${id}/attributes`, {
      name,
      data_type,
      description: '',
      ...(data_type === 'list' && { list_items: 'One,Two' }),
    })
  return id
}

/** A lead writes to the bot of the messenger, and a teammate makes it a ticket. */
async function convert(stage: Stage): Promise<Ticket> {
  const typeId = await ticketType(stage)
  const contact = await stage.send('post', '/contacts', { role: 'lead' })
  const from = { type: 'lead', id: contact.id }
  const { conversation_id: id } = await stage.send('post', '/conversations', { from, body: 'Some words' })
  await botAnswers(stage, id)
  const attributes = { _default_title_: 'Some words', _default_description_: 'A sentence.' }
  await stage.send('post', `/conversations/${id}/convert`, { ticket_type_id: typeId, attributes })
  return { id, typeId, contactId: contact.id }
}

/** By SQL: nothing here writes parts of these kinds yet. */
const botAnswers = ({ scene: { db, clock }, workspace }: Stage, id: string) => db`
  insert into thread_parts (
    workspace_id, thread_id, part_type, author_type, author_admin_id, body, created_at, updated_at, notified_at)
  select workspace_id, ${Number(id)}::bigint, p.part_type, 'bot', admins.id, p.body, p.at, p.at, p.at
  from admins, (values
    ('attribute_collected', null, ${clock.now()}::timestamptz),
    ('language_detection_details', null, ${clock.now()}),
    ('channel_and_reply_time_expectation', '<p>word</p>', ${clock.now()})) p (part_type, body, at)
  where workspace_id = ${workspace.id} and kind = 'operator'`

/** A ticket that the API makes for a user of a company, with an attribute of each type. */
async function made(stage: Stage): Promise<Ticket> {
  const typeId = await ticketType(stage, 'Customer', {
    List: 'list',
    Number: 'integer',
    decimal: 'decimal',
    bool: 'boolean',
    'date time': 'datetime',
    files: 'files',
  })
  const contact = await stage.send('post', '/contacts', { external_id: '1575832', email: 'ada@example.com' })
  const company = await stage.send('post', '/companies', { company_id: '1' })
  const { id } = await stage.send('post', '/tickets', {
    ticket_type_id: typeId,
    contacts: [{ id: contact.id }],
    company_id: company.id,
    ticket_attributes: { _default_title_: 'words', _default_description_: 'words' },
  })
  return { id, typeId, contactId: contact.id }
}

const says = ({ send }: Stage, id: string, admin_id: string, message_type = 'comment') =>
  send('post', `/conversations/${id}/reply`, { type: 'admin', admin_id, message_type, body: '<p>word</p>' })

const assign = (
  { send, adminId }: Stage,
  { id }: Ticket,
  assignment: object = { admin_id: adminId, assignee_id: adminId },
) => send('put', `/tickets/${id}`, assignment)

/** Parts of these kinds alone, each once: the keepers of captures cut others out. */
function cut(told: any, kinds: string[]): unknown {
  const { item } = told.data
  const ticket = item.ticket ?? item
  const all: { part_type: string }[] = ticket.ticket_parts.ticket_parts
  ticket.ticket_parts.ticket_parts = kinds.map((kind) => all.find(({ part_type }) => part_type === kind) ?? all[0]!)
  return told
}

/** A delivery that tells of an act upon a ticket. */
const told = (
  topic: string,
  act: (stage: Stage, ticket: Ticket) => Promise<unknown>,
  prepare?: (stage: Stage, ticket: Ticket) => Promise<unknown>,
): Situation => ({
  version: '2.14',
  async act(stage) {
    const ticket = await convert(stage)
    await prepare?.(stage, ticket)
    return stage.delivered(topic, () => act(stage, ticket))
  },
})

const toldOfConversion = (topic: string): Situation => ({
  version: '2.14',
  act: (stage) => stage.delivered(topic, () => convert(stage)),
})

const assignWithWords = ({ send, adminId }: Stage, { id }: Ticket) =>
  send('post', `/conversations/${id}/parts`, {
    message_type: 'assignment',
    type: 'admin',
    admin_id: adminId,
    assignee_id: adminId,
    body: '<p>word</p>',
  })

async function stateOf({ send }: Stage, typeId: string, category: string): Promise<string> {
  const { ticket_states } = await send('get', `/ticket_types/${typeId}`)
  return ticket_states.data.find((one: { category: string }) => one.category === category).id
}

const move = async (stage: Stage, { id, typeId }: Ticket, category: string) =>
  stage.send('put', `/tickets/${id}`, {
    ticket_state_id: await stateOf(stage, typeId, category),
    admin_id: stage.adminId,
  })

const setPlatforms = ({ send, adminId }: Stage, { id }: Ticket) =>
  send('put', `/tickets/${id}`, { ticket_attributes: { Platforms: 'text' }, admin_id: adminId })

const replies = ({ send, contactId }: Stage & { contactId: string }, id: string) =>
  send('post', `/tickets/${id}/reply`, {
    type: 'user',
    intercom_user_id: contactId,
    message_type: 'comment',
    body: 'words',
  })

async function teamOf({ send, workspace }: Stage): Promise<string> {
  return (await send('post', '/parley/teams', { name: 'Billing', admin_ids: [workspace.adminId] })).id
}

/** The first item of a search by the ticket's id. */
async function found(stage: Stage, id: string): Promise<unknown> {
  const { body } = await stage.client.post('/tickets/search', { query: { field: 'id', operator: '=', value: id } })
  return body.tickets[0]
}

export const tickets: Record<string, Situation> = {
  'H-ticket.created': toldOfConversion('ticket.created'),
  'H-ticket.state.updated': toldOfConversion('ticket.state.updated'),
  'H-ticket.admin.assigned': told('ticket.admin.assigned', (stage, ticket) => assign(stage, ticket)),
  'H-ticket.team.assigned': told(
    'ticket.team.assigned',
    async (stage, ticket) => assign(stage, ticket, { admin_id: stage.adminId, assignee_id: await teamOf(stage) }),
    (stage, ticket) => assign(stage, ticket),
  ),
  'H-ticket.admin.replied': told(
    'ticket.admin.replied',
    (stage, ticket) => assignWithWords(stage, ticket),
    async (stage, ticket) => {
      await assignWithWords(stage, ticket)
      await assign(stage, ticket, { admin_id: stage.adminId, assignee_id: '0' })
    },
  ),
  'H-ticket.attribute.updated': {
    version: '2.14',
    async act(stage) {
      const ticket = await convert(stage)
      await assignWithWords(stage, ticket)
      const told = await stage.delivered('ticket.attribute.updated', () => setPlatforms(stage, ticket))
      return cut(told, [
        'attribute_collected',
        'assignment',
        'attribute_collected',
        'ticket_attribute_updated_by_admin',
      ])
    },
  },
  'H-ticket.closed': {
    version: '2.14',
    async act(stage) {
      const ticket = await convert(stage)
      await assign(stage, ticket)
      await setPlatforms(stage, ticket)
      const told = await stage.delivered('ticket.closed', () => move(stage, ticket, 'resolved'))
      const kinds = ['attribute_collected', 'attribute_collected', 'ticket_attribute_updated_by_admin', 'close']
      return cut(told, [...kinds, 'ticket_state_updated_by_admin'])
    },
  },
  'H-ticket.note.created': {
    version: '2.14',
    async act(stage) {
      const ticket_type_id = await ticketType(stage)
      const contact = await stage.send('post', '/contacts', { external_id: '100', email: 'ada@example.com' })
      const assignment = { admin_assignee_id: stage.adminId }
      const { id } = await stage.send('post', '/tickets', {
        ticket_type_id,
        contacts: [{ id: contact.id }],
        assignment,
      })
      await says(stage, id, stage.adminId)
      return stage.delivered('ticket.note.created', () => says(stage, id, stage.adminId, 'note'))
    },
  },
  'H-ticket.contact.replied': told(
    'ticket.contact.replied',
    (stage, { id, contactId }) => replies({ ...stage, contactId }, id),
    (stage, ticket) => assignWithWords(stage, ticket),
  ),
  'A-ticket-tracker-2.11': {
    version: '2.11',
    async act(stage) {
      const attributes = {
        'Order number': 'string',
        Amount: 'string',
        Reason: 'string',
        'Supporting evidence': 'files',
      }
      const typeId = await ticketType(stage, 'Tracker', attributes)
      const texts = { 'Order number': '123456', Amount: '43', Reason: 'words' }
      const ticket_attributes = { ...texts, _default_title_: 'Some words', _default_description_: 'A sentence.' }
      const { id } = await stage.send('post', '/tickets', { ticket_type_id: typeId, ticket_attributes })
      const ticket = { id, typeId, contactId: '' }
      await assign(stage, ticket)
      await move(stage, ticket, 'in_progress')
      return found(stage, id)
    },
  },
  'A-ticket-2.11': {
    version: '2.11',
    async act(stage) {
      const ticket = await made(stage)
      await assignWithWords(stage, ticket)
      for (const name of ['Maple', 'Birch']) {
        const tag = await stage.send('post', '/tags', { name })
        await stage.send('post', `/tickets/${ticket.id}/tags`, { id: tag.id, admin_id: stage.adminId })
      }
      await says(stage, ticket.id, stage.adminId)
      await move(stage, ticket, 'in_progress')
      return found(stage, ticket.id)
    },
  },
  'A-conversation-of-a-ticket': {
    version: '2.11',
    async act(stage) {
      const ticket = await made(stage)
      await assignWithWords(stage, ticket)
      const { body } = await stage.client.get('/conversations')
      return body.conversations.find((one: { id: string }) => one.id === ticket.id)
    },
  },
}
