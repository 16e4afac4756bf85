/**
 * Everything that can happen to a conversation, by name: the message types as the bodies of `/reply`
 * and `/parts` declare them, the fields as `PUT` does, and the rest by hand. A message type or field
 * that nobody told how to write fails here.
 */
import { act } from '../../queue/act.ts'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { operations } from '../../operations.ts'
import { handOverConversation, type Assignee } from '../../resources/admins/hand-over/hand-over.ts'
import { breachSla } from '../../threads/sla/breach-sla.task.ts'
import type { Reply } from '../app.ts'
import { PART_SECRET } from '../../resources/conversation-parts/fixtures.ts'
import type { Cell } from './cast.ts'
import type { Made } from '../fixtures/fixture.ts'

export interface Happening {
  /** The operation, or the job. */
  key: string
  go(cell: Cell): Promise<Reply | void>
  /** It has nothing to do with state, waiting and assignment: a sample of the states is enough. */
  anywhere?: true
}

const anywhere = (happenings: Record<string, Happening>): Record<string, Happening> =>
  Object.fromEntries(Object.entries(happenings).map(([name, one]) => [name, { ...one, anywhere: true }]))

type Method = 'post' | 'put' | 'delete'
const request = (key: string, method: Method, of: (cell: Cell) => [path: string, body?: object]): Happening => ({
  key,
  go: (cell) => cell.scene.client[method](...(of(cell) as [string])),
})

const REPLY = 'POST /conversations/{}/reply'
const PARTS = 'POST /conversations/{}/parts'
const UPDATE = 'PUT /conversations/{}'

/** Properties that a message of a type needs besides its author. */
const MESSAGES: Record<string, (cell: Cell) => object> = {
  comment: () => ({ body: 'Words' }),
  note: () => ({ body: 'Words' }),
  quick_reply: () => ({ reply_options: [{ text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' }] }),
  close: () => ({}),
  open: () => ({}),
  snoozed: ({ began }) => ({ snoozed_until: began + 7200 }),
  assignment: ({ tom }) => ({ assignee_id: tom['id'] }),
}

const AUTHORS: Record<string, (cell: Cell) => object> = {
  'the contact': ({ ada }) => ({ type: 'user', intercom_user_id: ada['id'] }),
  'an admin': ({ scene }) => ({ type: 'admin', admin_id: scene.adminId }),
  'the bot': ({ bot }) => ({ type: 'admin', admin_id: bot }),
}

const schemaOf = (key: string) => (operations.find((one) => one.key === key)!.body as any).properties

function messages(key: string, path: string, authors: string[]): Record<string, Happening> {
  const types: string[] = schemaOf(key).message_type.enum
  const all: Record<string, Happening> = {}
  for (const type of types)
    for (const author of authors) {
      const details = MESSAGES[type]
      if (!details) throw new Error(`tell in MESSAGES what a message of type ${type} needs`)
      all[`${type} of ${author} through /${path}`] = request(key, 'post', (cell) => [
        `${cell.path}/${path}`,
        { message_type: type, ...AUTHORS[author]!(cell), ...details(cell) },
      ])
    }
  return all
}

const reply = (more: (cell: Cell) => object, author = 'an admin') =>
  request(REPLY, 'post', (cell) => [
    `${cell.path}/reply`,
    { message_type: 'comment', body: 'Words', ...AUTHORS[author]!(cell), ...more(cell) },
  ])
const part = (more: (cell: Cell) => object, author = 'an admin') =>
  request(PARTS, 'post', (cell) => [`${cell.path}/parts`, { ...AUTHORS[author]!(cell), ...more(cell) }])
const assignTo = (type: string, id: (cell: Cell) => string) =>
  part((cell) => ({ message_type: 'assignment', type, assignee_id: id(cell) }))

/** One field each. */
const FIELDS: Record<string, Record<string, (cell: Cell) => unknown>> = {
  read: { 'marked as read': () => true, 'marked as unread': () => false },
  title: { named: () => 'A title', 'named null': () => null },
  custom_attributes: { 'given an attribute': () => ({ topic: 'Sales' }) },
  company_id: { 'placed in a company': ({ company }) => company['id'], 'taken out of its company': () => null },
  priority: { 'given a priority': () => 'urgent' },
}
/** It says in whose name the others are set. */
const NO_FIELD = ['admin_id']

function updates(): Record<string, Happening> {
  const all: Record<string, Happening> = {}
  for (const field of Object.keys(schemaOf(UPDATE)).filter((name) => !NO_FIELD.includes(name))) {
    if (!FIELDS[field]) throw new Error(`tell in FIELDS how ${field} of a conversation is set`)
    for (const [name, value] of Object.entries(FIELDS[field]))
      all[name] = request(UPDATE, 'put', (cell) => [cell.path, { [field]: value(cell) }])
  }
  return all
}

const redact = (which: (cell: Cell, conversation: any) => object): Happening => ({
  key: 'POST /conversations/redact',
  go: async (cell) => {
    const { client } = cell.scene
    const { body } = await client.get(cell.path)
    return client.post('/conversations/redact', { conversation_id: cell.id, ...which(cell, body) })
  },
})
const withBody = ({ conversation_parts: { conversation_parts } }: any) =>
  conversation_parts.find(({ body }: any) => body !== null)?.id ?? 0

/** By the clock; `after` seconds. */
const wakes = (after: number): Happening => ({
  key: 'job wake_conversation',
  go: async ({ id, scene: { app, workspace } }) => {
    app.clock.advance(after)
    await wakeConversation.run(app, { workspace_id: workspace.id, conversation_id: Number(id) })
  },
})

/** As the job does it to each conversation. */
const handsOver = (of: (cell: Cell) => { from: Assignee; to: Assignee | null }): Happening => ({
  key: 'job hand_over',
  go: async (cell) => {
    const { app, workspace } = cell.scene
    const { from, to } = of(cell)
    await act(app, workspace.id, (ctx) => handOverConversation(ctx, Number(cell.id), from, to))
  },
})
const tomOf = ({ tom }: Cell): Assignee => ({ type: 'admin', id: Number(tom['id']) })
const teamOf = ({ team }: Cell): Assignee => ({ type: 'team', id: Number(team['id']) })

/** The id of a conversation that a lead begins. */
const otherId = async ({ scene, bob }: Cell): Promise<number> => {
  const from = { type: 'lead', id: bob['id'] }
  return Number((await scene.send('POST', '/conversations', { from, body: 'Another' }))['conversation_id'])
}

export const happenings: Record<string, Happening> = {
  ...messages(REPLY, 'reply', ['the contact', 'an admin', 'the bot']),
  ...messages(PARTS, 'parts', ['an admin', 'the bot']),

  'a comment that wakes nobody': reply(() => ({ skip_unsnooze: true })),
  'a comment from before everything else, of the contact': reply(
    ({ began }) => ({ created_at: began - 10 }),
    'the contact',
  ),
  'a comment from before everything else, of an admin': reply(({ began }) => ({ created_at: began - 10 })),
  'a comment from right after the beginning, of the contact': reply(
    ({ began }) => ({ created_at: began + 1 }),
    'the contact',
  ),
  'a comment from right after the beginning, of an admin': reply(({ began }) => ({ created_at: began + 1 })),
  'a file of the contact': reply(
    () => ({ attachment_files: [{ content_type: 'text/plain', name: 'log.txt', data: 'bG9n' }] }),
    'the contact',
  ),
  'a quick reply is offered and chosen': {
    key: REPLY,
    go: async (cell) => {
      const choice = { message_type: 'quick_reply', reply_options: [{ text: 'Yes', uuid: 'u-1' }] }
      await cell.scene.client.post(`${cell.path}/reply`, { ...AUTHORS['an admin']!(cell), ...choice })
      return cell.scene.client.post(`${cell.path}/reply`, { ...AUTHORS['the contact']!(cell), ...choice })
    },
  },
  'closed with words': part(() => ({ message_type: 'close', body: 'Done' })),
  'closed with words by the bot': part(() => ({ message_type: 'close', body: 'Done' }), 'the bot'),
  'assigned with words': part(({ tom }) => ({ message_type: 'assignment', assignee_id: tom['id'], body: 'Yours' })),
  'assigned to the team': assignTo('team', ({ team }) => team['id']),
  'assigned to no team': assignTo('team', () => '0'),
  'assigned to no admin': assignTo('admin', () => '0'),

  ...anywhere(updates()),

  ...anywhere({
    'redacted: the first part with words': redact((_, conversation) => ({
      type: 'conversation_part',
      conversation_part_id: withBody(conversation),
    })),
    'redacted: the source': redact((_, { source }) => ({ type: 'source', source_id: source?.id ?? 0 })),
    'its first part with words was sent, and seen by an admin': {
      key: 'PUT /conversations/{}/conversation_parts/{}',
      go: async ({ scene, path }) => {
        const { body } = await scene.client.get(path)
        const news = { send_state: 'sent', seen: true, admin_id: scene.adminId }
        return scene.client.put(`${path}/conversation_parts/${withBody(body)}`, {
          experimental: true,
          secret: PART_SECRET,
          ...news,
        })
      },
    },
    'a side conversation beside it begins, and is answered': {
      key: 'POST /conversations/{}/side_conversations/{}/reply',
      go: async ({ scene, path }) => {
        const aside = { admin_id: scene.adminId, body: 'Aside' }
        const { body } = await scene.client.post(`/parley${path}/side_conversations`, aside)
        const reply = { message_type: 'comment', type: 'admin', admin_id: scene.adminId, body: 'Words' }
        return scene.client.post(`${path}/side_conversations/${body['side_conversation_id']}/reply`, reply)
      },
    },
    tagged: request('POST /conversations/{}/tags', 'post', (cell) => [
      `${cell.path}/tags`,
      { id: cell.tag['id'], admin_id: cell.scene.adminId },
    ]),
    untagged: request('DELETE /conversations/{}/tags/{}', 'delete', (cell) => [
      `${cell.path}/tags/${cell.tag['id']}`,
      { admin_id: cell.scene.adminId },
    ]),
    'a contact is attached': request('POST /conversations/{}/customers', 'post', (cell) => [
      `${cell.path}/customers`,
      { admin_id: cell.scene.adminId, customer: { intercom_user_id: cell.bob['id'] } },
    ]),
    'a contact is detached': request('DELETE /conversations/{}/customers/{}', 'delete', (cell) => [
      `${cell.path}/customers/${cell.ada['id']}`,
      { admin_id: cell.scene.adminId },
    ]),
    'converted into a ticket': request('POST /conversations/{}/convert', 'post', ({ path, ticketType }) => [
      `${path}/convert`,
      { ticket_type_id: ticketType['id'] },
    ]),
    'made a ticket that goes on': {
      key: 'POST /conversations/{}/convert',
      go: async ({ scene, path, id, ticketType, tom }) => {
        const { status } = await scene.client.post(`${path}/convert`, { ticket_type_id: ticketType['id'] })
        if (status !== 200) throw new Error(`a conversation was not converted: ${status}`)
        const { data } = await scene.send('GET', '/ticket_states')
        const state = data.find(({ category }: Made) => category === 'in_progress')
        return scene.client.put(`/tickets/${id}`, {
          ticket_state_id: state.id,
          admin_id: tom['id'],
          ticket_attributes: { _default_title_: 'Title' },
        })
      },
    },
    'the assignment rules run': {
      key: 'POST /conversations/{}/run_assignment_rules',
      go: ({ scene, path }) =>
        scene.app.client({ token: scene.workspace.token, version: '2.11' }).post(`${path}/run_assignment_rules`),
    },
    'its contact is archived': request('POST /contacts/{}/archive', 'post', ({ ada }) => [
      `/contacts/${ada['id']}/archive`,
    ]),
    'a lead is merged into its contact': {
      key: 'POST /contacts/merge',
      go: async ({ scene, ada }) => {
        const { id: from } = await scene.another('a lead')
        return scene.client.post('/contacts/merge', { from, into: ada['id'], skip_duplicate_validation: true })
      },
    },
  }),
  rated: request('POST /conversations/{}/rating', 'post', ({ path, ada }) => [
    `${path}/rating`,
    { intercom_user_id: ada['id'], rating: 5, remark: 'Quick' },
  ]),
  'merged into another': {
    key: 'POST /conversations/{}/merge',
    go: async (cell) =>
      cell.scene.client.post(`${cell.path}/merge`, { merge_into_conversation_id: await otherId(cell) }),
  },
  'another is merged into it': {
    key: 'POST /conversations/{}/merge',
    go: async (cell) =>
      cell.scene.client.post(`/conversations/${await otherId(cell)}/merge`, {
        merge_into_conversation_id: Number(cell.id),
      }),
  },
  deleted: request('DELETE /conversations/{}', 'delete', ({ path }) => [path]),

  'its contact is blocked': request('POST /contacts/{}/block', 'post', ({ ada }) => [`/contacts/${ada['id']}/block`]),
  'its contact is deleted': request('DELETE /contacts/{}', 'delete', ({ ada }) => [`/contacts/${ada['id']}`]),

  'a reply of the contact comes while Tom is away': {
    key: REPLY,
    go: async ({ scene, path, ada, tom }) => {
      const away = (is: boolean) =>
        scene.send('PUT', `/admins/${tom['id']}/away`, { away_mode_enabled: is, away_mode_reassign: is })
      await away(true)
      const reply = { type: 'user', intercom_user_id: ada['id'], message_type: 'comment', body: 'Words' }
      const answer = await scene.client.post(`${path}/reply`, reply)
      await away(false)
      return answer
    },
  },
  ...anywhere({
    'an SLA rule is applied': request('POST /parley/conversations/{}/sla', 'post', ({ id, slaRule }) => [
      `/parley/conversations/${id}/sla`,
      { sla_rule_id: slaRule['id'] },
    ]),
    'its SLA rule is removed': request('DELETE /parley/conversations/{}/sla', 'delete', ({ id }) => [
      `/parley/conversations/${id}/sla`,
      {},
    ]),
    'its SLA runs out': {
      key: 'job breach_sla',
      go: ({ id, scene: { app, workspace } }) =>
        breachSla.run(app, { workspace_id: workspace.id, thread_id: Number(id) }),
    },
  }),

  'Tom leaves': handsOver((cell) => ({ from: tomOf(cell), to: null })),
  'Tom leaves it to the team': handsOver((cell) => ({ from: tomOf(cell), to: teamOf(cell) })),
  'the team leaves it to Tom': handsOver((cell) => ({ from: teamOf(cell), to: tomOf(cell) })),
  'the clock comes too early': wakes(0),
  'the clock wakes it': wakes(10_000),
}
