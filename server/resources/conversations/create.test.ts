import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { eventsOf, newUser } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const ada = await newUser(client)
const from = { type: 'user', id: ada.id }

for (const version of SAMPLED_VERSIONS)
  test(`a conversation begins with a message of a contact, in ${version}`, async () => {
    const speaker = app.client({ version })
    const made = await speaker.post('/conversations', { from, body: 'Hello there' })
    assert.equal(made.status, 200)
    const { id, conversation_id, ...message } = made.body
    assert.match(id, /^\d+$/)
    const created_at = app.clock.now().getTime() / 1000
    assert.deepEqual(message, { type: 'user_message', created_at, body: 'Hello there', message_type: 'inapp' })
    const { body } = await speaker.get(`/conversations/${conversation_id}`)
    assert.equal(body.source.id, id)
    assert.equal(body.source.body, '<p>Hello there</p>')
    assert.deepEqual(body.source.author, { type: 'user', id: ada.id, name: 'Ada', email: ada.email })
    assert.equal(body.state, 'open')
    assert.equal(body.waiting_since, created_at)
    assert.deepEqual(body.first_contact_reply, { created_at, type: 'conversation', url: null })
    assert.deepEqual(body.contacts.contacts, [{ type: 'contact', id: ada.id, external_id: ada.external_id }])
    assert.equal(body.statistics.count_conversation_parts, 1)
  })

test('tags are taken out of the text, and what is no tag is kept', async () => {
  const made = await client.post('/conversations', { from, body: 'Is <b>1</b> < 2?\nYes<script>alert(1)</script>' })
  assert.equal(made.body.body, 'Is 1 < 2?\nYes')
  const { body } = await client.get(`/conversations/${made.body.conversation_id}`)
  assert.equal(body.source.body, '<p>Is 1 &lt; 2?<br>Yes</p>')
})

test('a new conversation is told with its source and without parts', async () => {
  const { body } = await client.post('/conversations', { from, body: 'Tell them' })
  const [event] = await eventsOf(app, body.conversation_id)
  assert.equal(event!.topic, 'conversation.user.created')
  assert.equal(event!.item.source.body, '<p>Tell them</p>')
  assert.equal(event!.item.conversation_parts.total_count, 0)
})

test('a contact of a company writes in it: a part of the bot tells so first', async () => {
  const eve = await newUser(client, 'Eve')
  const companies = []
  for (const company_id of ['first', 'second']) {
    const { body } = await client.post('/companies', { company_id, name: company_id })
    await client.post(`/contacts/${eve.id}/companies`, { id: body.id })
    companies.push(body.id)
  }
  const made = (await client.post('/conversations', { from: { type: 'user', id: eve.id }, body: 'Hi' })).body
  const { body } = await client.get(`/conversations/${made.conversation_id}`)
  assert.equal(body.company.id, companies[0])
  const [part, ...others] = body.conversation_parts.conversation_parts
  assert.equal(others.length, 0)
  assert.deepEqual(
    [part.part_type, part.author.type, part.body, part.created_at],
    ['company_updated', 'bot', null, body.created_at],
  )
  assert.deepEqual([body.statistics.count_conversation_parts, body.conversation_parts.total_count], [2, 1])
  const [event, ...more] = await eventsOf(app, made.conversation_id)
  assert.deepEqual([event!.topic, more.length], ['conversation.user.created', 0])
  assert.deepEqual([event!.item.company.id, event!.item.conversation_parts.total_count], [companies[0], 0])
})

test('an author without an email has an empty one, in the source and in parts', async () => {
  const lead = (await client.post('/contacts', { role: 'lead' })).body
  const { conversation_id } = (await client.post('/conversations', { from: { type: 'lead', id: lead.id }, body: 'Hi' }))
    .body
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: lead.id, body: 'Anyone?' }
  for (const version of ['2.7', '2.14', 'Preview']) {
    const { body } = await app.client({ version }).post(`/conversations/${conversation_id}/reply`, reply)
    assert.deepEqual([body.source.author.email, body.source.author.name], ['', null])
    assert.equal(body.conversation_parts.conversation_parts.at(-1).author.email, '')
  }
})

test('the author’s last contact is recorded', async () => {
  const eve = await newUser(client, 'Eve')
  app.clock.advance(60)
  await client.post('/conversations', { from: { type: 'user', id: eve.id }, body: 'Hi' })
  const { body } = await client.get(`/contacts/${eve.id}`)
  assert.equal(body.last_replied_at, app.clock.now().getTime() / 1000)
})

test('a message can be dated back from the version on that knows it', async () => {
  const older = { from, body: 'Long ago', created_at: 1_600_000_000 }
  assert.equal((await client.post('/conversations', older)).body.created_at, 1_600_000_000)
  const before = await app.client({ version: '2.10' }).post('/conversations', { ...older, created_at: 'yesterday' })
  assert.equal(before.body.created_at, app.clock.now().getTime() / 1000)
  const future = await client.post('/conversations', { ...older, created_at: 9_000_000_000 })
  assert.equal(future.status, 400)
})

test('images are attached by their addresses', async () => {
  const urls = ['https://example.com/images/a%20cat.png?size=2', 'https://example.com/']
  const made = await client.post('/conversations', { from, body: 'Look', attachment_urls: urls })
  const { body } = await client.get(`/conversations/${made.body.conversation_id}`)
  assert.deepEqual(body.source.attachments, [
    { type: 'upload', name: 'a cat.png', url: urls[0], content_type: 'image/png' },
    { type: 'upload', name: 'example.com', url: urls[1], content_type: 'application/octet-stream' },
  ])
  for (const attachment_urls of [['javascript:alert(1)'], ['nowhere'], Array(11).fill(urls[0]), [7]])
    assert.equal((await client.post('/conversations', { from, body: 'Look', attachment_urls })).status, 400)
})

test('a visitor who writes becomes a lead, and is counted as one', async () => {
  const [visitor] = await app.db<{ id: string }[]>`
    insert into contacts (workspace_id, id, role, external_id, created_at, updated_at)
    values (${app.workspace.id}, '6762f11b1bb69f9f2193aaaa', 'visitor', 'visitor-1', now(), now()) returning id`
  const wrote = await client.post('/conversations', { from: { type: 'contact', id: 'visitor-1' }, body: 'Hi' })
  assert.equal(wrote.status, 200)
  const { body } = await client.get(`/contacts/${visitor!.id}`)
  assert.equal(body.role, 'lead')
  const events = await app.db`
    select topic from events where workspace_id = ${app.workspace.id} and item ->> 'id' = ${visitor!.id}`
  assert.deepEqual(
    events.map((event) => event['topic']),
    ['contact.lead.created'],
  )
  const source = (await client.get(`/conversations/${wrote.body.conversation_id}`)).body.source
  assert.equal(source.author.type, 'lead')
})

test('a sender that is not there answers 404, one of another workspace too', async () => {
  const other = await app.createWorkspace()
  const stranger = await newUser(app.client({ token: other.token }))
  for (const id of ['123_doesnt_exist', stranger.id, '6762f11b1bb69f9f2193bba3', "' or 1=1"]) {
    const { status, body } = await client.post('/conversations', { from: { type: 'user', id }, body: 'Hi' })
    assert.equal(status, 404)
    assert.deepEqual(body.errors, [{ code: 'not_found', message: 'User Not Found' }])
  }
})

test('a request without sender or words is refused', async () => {
  const missing = [{}, { from }, { body: 'Hi' }, { from, body: '<br>' }]
  for (const request of missing) {
    const { status, body } = await client.post('/conversations', request)
    assert.equal(status, 400)
    assert.equal(body.errors[0].code, 'parameter_not_found')
  }
  for (const request of [
    { from: 'ada', body: 'Hi' },
    { from, body: 7 },
    { from: { type: 'dog', id: 1 }, body: 'Hi' },
  ])
    assert.equal((await client.post('/conversations', request)).status, 400)
})
