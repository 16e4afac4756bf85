import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { topicsOf } from '../conversations/test-scene.ts'

const named = ({ id }: { id: string }) => ({ type: 'user', id })

const app = await testApp()
const client = app.client()
const admin = { type: 'admin', id: app.workspace.adminId }
const now = () => app.clock.now().getTime() / 1000
let number = 0

const newContact = async (details: object = {}) =>
  (await client.post('/contacts', { external_id: `m${++number}`, email: `m${number}@example.com`, ...details })).body

test('a message in the messenger is answered as it was sent, and is in no conversation', async () => {
  const { id } = await newContact()
  for (const [message_type, version] of [
    ['inapp', '2.7'],
    ['in_app', '2.11'],
    ['conversation', 'Preview'],
  ]) {
    const { status, body } = await app
      .client({ version: version! })
      .post('/messages', { message_type, body: 'Hello there', from: admin, to: { type: 'contact', id } })
    assert.equal(status, 200)
    assert.match(body.id, /^\d+$/)
    assert.deepEqual(body, {
      type: 'admin_message',
      id: body.id,
      created_at: now(),
      subject: 'Hello there',
      body: 'Hello there',
      message_type: 'inapp',
      owner: { type: 'admin', id: String(admin.id), name: 'Olive Owner', email: 'olive@example.com' },
    })
  }
  assert.equal((await client.get(`/contacts/${id}`)).body.last_contacted_at, now())
  const query = { field: 'contact_ids', operator: '=', value: id }
  assert.equal((await client.post('/conversations/search', { query })).body.total_count, 0)
})

test('a conversation without an answer is found by the id of the message', async () => {
  const contact = await newContact()
  const sent = await client.post('/messages', {
    message_type: 'inapp',
    body: '<p>Are you <b>there</b>?</p>',
    from: admin,
    to: { type: 'user', user_id: contact.external_id },
    create_conversation_without_contact_reply: true,
  })
  const query = { field: 'source.id', operator: '=', value: sent.body.id }
  const found = (await client.post('/conversations/search', { query })).body.conversations
  assert.deepEqual(
    found.map(({ id }: { id: string }) => id),
    [sent.body.conversation_id],
  )
  const { body } = await client.get(`/conversations/${sent.body.conversation_id}`)
  assert.partialDeepStrictEqual(body, {
    state: 'open',
    read: false,
    waiting_since: null,
    first_contact_reply: null,
    source: {
      type: 'conversation',
      id: sent.body.id,
      delivered_as: 'admin_initiated',
      body: '<p>Are you <b>there</b>?</p>',
      author: { type: 'admin', id: String(admin.id) },
    },
    contacts: { contacts: [{ id: contact.id }] },
    statistics: { count_conversation_parts: 1, first_contact_reply_at: null, first_admin_reply_at: null },
  })
  assert.deepEqual(await topicsOf(app, body.id), ['conversation.admin.single.created'])
})

test('a contact answers in the conversation that a message began', async () => {
  const contact = await newContact()
  const to = { type: 'user', id: contact.id }
  const message = {
    message_type: 'inapp',
    body: 'Hello',
    from: admin,
    to,
    create_conversation_without_contact_reply: true,
  }
  const { conversation_id } = (await client.post('/messages', message)).body
  app.clock.advance(60)
  const reply = { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Yes?' }
  const { body } = await client.post(`/conversations/${conversation_id}/reply`, reply)
  assert.equal(body.waiting_since, now())
  assert.equal(body.statistics.first_contact_reply_at, now())
  assert.equal(body.first_contact_reply.created_at, now())
})

test('several contacts get one message, and the hidden ones take no part in the conversation', async () => {
  const [to, second, cc, bcc] = [await newContact(), await newContact(), await newContact(), await newContact()]
  const { body } = await client.post('/messages', {
    message_type: 'inapp',
    body: 'All of you',
    from: admin,
    to: [named(to), named(second), named(to)],
    cc: named(cc),
    bcc: [named(bcc)],
    create_conversation_without_contact_reply: true,
  })
  const { contacts } = (await client.get(`/conversations/${body.conversation_id}`)).body.contacts
  assert.deepEqual(
    contacts.map(({ id }: { id: string }) => id),
    [to.id, second.id, cc.id],
  )
})

test('a message may be dated back, and not ahead', async () => {
  const to = { type: 'user', id: (await newContact()).id }
  const at = (created_at: number) =>
    client.post('/messages', { message_type: 'inapp', body: 'Then', from: admin, to, created_at })
  assert.equal((await at(now() - 100)).body.created_at, now() - 100)
  assert.equal((await at(now() + 100)).status, 400)
})

test('a contact who writes begins a conversation, on the page that it names', async () => {
  const contact = await newContact()
  const { body } = await client.post('/messages', {
    from: { type: 'user', id: contact.id },
    body: 'heyy',
    referer: 'https://twitter.com/bob',
  })
  assert.deepEqual(body, {
    type: 'user_message',
    id: body.id,
    created_at: now(),
    body: 'heyy',
    message_type: 'inapp',
    conversation_id: body.conversation_id,
  })
  const conversation = (await client.get(`/conversations/${body.conversation_id}`)).body
  assert.equal(conversation.source.url, 'https://twitter.com/bob')
  assert.equal(conversation.first_contact_reply.url, 'https://twitter.com/bob')
  assert.deepEqual(await topicsOf(app, conversation.id), ['conversation.user.created'])
})

for (const [what, change, status, code] of [
  ['without a body', { body: undefined }, 400, 'parameter_invalid'],
  ['of tags alone', { body: '<script>alert(1)</script>' }, 400, 'parameter_invalid'],
  ['of no known type', { message_type: 'pigeon' }, 400, 'parameter_invalid'],
  ['without a type', { message_type: undefined }, 400, 'parameter_not_found'],
  ['to nobody', { to: undefined }, 400, 'parameter_not_found'],
  ['to a contact that is not there', { to: { type: 'user', id: 'f'.repeat(24) } }, 404, 'not_found'],
  ['of an admin who is not there', { from: { type: 'admin', id: 1 } }, 404, 'admin_not_found'],
  ['by e-mail without a subject', { message_type: 'email', subject: ' ' }, 422, 'parameter_not_found'],
] as const)
  test(`a message ${what} is refused`, async () => {
    const to = { type: 'user', id: (await newContact()).id }
    const reply = await client.post('/messages', { message_type: 'inapp', body: 'Hello', from: admin, to, ...change })
    assert.deepEqual([reply.status, reply.body.errors[0].code], [status, code])
  })

test('an e-mail needs a contact with an address', async () => {
  const to = { type: 'user', id: (await newContact({ email: null })).id }
  const message = { message_type: 'email', subject: 'Hello', template: 'plain', body: 'Hello', from: admin, to }
  const { status, body } = await client.post('/messages', message)
  assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
})

test('the admin of the token writes where no author is named', async () => {
  const to = { type: 'user', id: (await newContact()).id }
  const { body } = await client.post('/messages', { message_type: 'inapp', body: 'Hello', to })
  assert.equal(body.owner.id, String(admin.id))
})
