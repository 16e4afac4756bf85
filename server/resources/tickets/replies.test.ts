import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newContact, newType, toldBy } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const type = await newType(client)
const internal = await newType(client, { category: 'Back-office' })
const contact = await newContact(client)
const open = async (of: any) =>
  (await client.post('/tickets', { ticket_type_id: of.id, contacts: [{ id: contact.id }] })).body.id
const admin = { type: 'admin', admin_id: app.workspace.adminId }
const message = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]

test('an admin answers with a part of the ticket', async () => {
  const id = await open(type)
  await toldBy(app)
  const { body } = await client.post(`/tickets/${id}/reply`, { ...admin, message_type: 'comment', body: 'On it' })
  assert.deepEqual(
    [body.type, body.part_type, body.body, body.author.type],
    ['ticket_part', 'comment', '<p>On it</p>', 'admin'],
  )
  const { body: ticket } = await client.get(`/tickets/${id}`)
  assert.deepEqual(ticket.ticket_parts.ticket_parts.at(-1), body)
  const [told] = await toldBy(app)
  assert.deepEqual(
    [told!.topic, told!.item.type, told!.item.ticket_part.id],
    ['ticket.admin.replied', 'ticket_ticket_part', body.id],
  )
  assert.deepEqual(['snoozed_until' in told!.item.ticket, 'company_id' in told!.item.ticket], [false, false])
})

test('files of an answer are taken in place of its addresses', async () => {
  const id = await open(type)
  const file = { name: 'a.txt', content_type: 'text/plain', data: 'YQ==' }
  const reply = (urls: number, files: number) =>
    client.post(`/tickets/${id}/reply`, {
      ...admin,
      message_type: 'comment',
      body: 'See',
      attachment_urls: Array.from({ length: urls }, (_, n) => `https://example.com/${n}.png`),
      ...(files > 0 && { attachment_files: Array.from({ length: files }, () => file) }),
    })
  const names = async (urls: number, files: number) =>
    (await reply(urls, files)).body.attachments.map(({ name }: { name: string }) => name)
  assert.deepEqual(await names(1, 2), ['a.txt', 'a.txt'])
  assert.deepEqual(await names(1, 0), ['0.png'])
  const { status, body } = await reply(5, 6)
  assert.deepEqual([status, body.errors[0].field], [400, 'attachment_files'])
})

test('a contact answers, also a lead as a user', async () => {
  const id = await open(type)
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: contact.id, body: 'Thanks' }
  const { body } = await client.post(`/tickets/${id}/reply`, reply)
  assert.deepEqual([body.author.type, body.author.id], ['user', contact.id])
  const { body: conversation } = await client.get(`/conversations/${id}`)
  assert.notEqual(conversation.waiting_since, null)
})

test('a contact cannot answer an internal ticket', async () => {
  const id = await open(internal)
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: contact.id, body: 'Thanks' }
  assert.deepEqual(message(await client.post(`/tickets/${id}/reply`, reply)), [
    400,
    'parameter_mismatch',
    'User replies are not allowed on Backoffice tickets',
  ])
})

test('quick replies are offered, and a note is told as one', async () => {
  const id = await open(type)
  const reply_options = [{ text: 'Yes', uuid: 'a' }]
  const quick = await client.post(`/tickets/${id}/reply`, { ...admin, message_type: 'quick_reply', reply_options })
  assert.deepEqual([quick.body.part_type, 'body' in quick.body], ['quick_reply', false])
  await toldBy(app)
  await client.post(`/tickets/${id}/reply`, { ...admin, message_type: 'note', body: 'Psst' })
  assert.deepEqual(
    (await toldBy(app)).map(({ topic }) => topic),
    ['ticket.note.created'],
  )
})

test('2.9 adds notes only, without a type', async () => {
  const id = await open(type)
  const old = app.client({ version: '2.9' })
  const { body } = await old.post(`/tickets/${id}/reply`, { admin_id: String(app.workspace.adminId), body: 'Psst' })
  assert.equal(body.part_type, 'note')
  const comment = { ...admin, message_type: 'comment', body: 'Hello' }
  assert.equal((await old.post(`/tickets/${id}/reply`, comment)).status, 400)
})

test('a note goes to linked conversations as well', async () => {
  const { body: made } = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Help' })
  const { body: ticket } = await client.post('/tickets', {
    ticket_type_id: internal.id,
    contacts: [{ id: contact.id }],
    conversation_to_link_id: made.conversation_id,
  })
  assert.deepEqual(ticket.linked_objects.data, [{ type: 'conversation', id: made.conversation_id, category: null }])
  const note = { ...admin, message_type: 'note', body: 'Found it', cross_post: true }
  assert.equal((await client.post(`/tickets/${ticket.id}/reply`, note)).status, 200)
  const { body: conversation } = await client.get(`/conversations/${made.conversation_id}`)
  assert.equal(conversation.conversation_parts.conversation_parts.at(-1).body, '<p>Found it</p>')
  assert.deepEqual(conversation.linked_objects.data, [{ type: 'ticket', id: ticket.id, category: 'Back-office' }])
})

test('people outside the ticket, and unknown ones, are not found', async () => {
  const id = await open(type)
  const other = await newContact(client)
  const reply = { type: 'user', message_type: 'comment', body: 'Hello' }
  for (const intercom_user_id of [other.id, '0'.repeat(24)])
    assert.equal((await client.post(`/tickets/${id}/reply`, { ...reply, intercom_user_id })).status, 404)
  assert.deepEqual(message(await client.post('/tickets/0/reply', { ...reply, intercom_user_id: contact.id })), [
    404,
    'not_found',
    'Resource Not Found',
  ])
})

test('an answer to a ticket that its contact sees leaves as an e-mail, unless nobody is to be notified', async () => {
  const own = await testApp({ own: true })
  const client = own.client()
  await client.put('/parley/workspace', { email_copies: true })
  const [customer, backOffice] = [await newType(client), await newType(client, { category: 'Back-office' })]
  const contact = await newContact(client)
  const admin = { type: 'admin', admin_id: own.workspace.adminId, message_type: 'comment' }
  const open = async (of: any) =>
    (await client.post('/tickets', { ticket_type_id: of.id, contacts: [{ id: contact.id }] })).body.id
  const [id, hidden] = [await open(customer), await open(backOffice)]
  const reply = (ticket: string, more: object) => client.post(`/tickets/${ticket}/reply`, { ...admin, ...more })
  const answer = (await reply(id, { body: 'On it' })).body
  await reply(id, { body: 'In silence', skip_notifications: true })
  await reply(id, { body: 'For us', message_type: 'note' })
  await reply(hidden, { body: 'Hidden' })
  await reply(id, { type: 'user', intercom_user_id: contact.id, body: 'Thanks' })
  const mails = await own.db<{ body: string; thread_id: number; part_id: number; address: string }[]>`
    select m.body, m.thread_id, m.part_id, r.address from mails m
    join mail_recipients r on r.workspace_id = m.workspace_id and r.mail_id = m.id`
  assert.deepEqual(
    [...mails],
    [{ body: '<p>On it</p>', thread_id: Number(id), part_id: Number(answer.id), address: contact.email }],
  )
})
