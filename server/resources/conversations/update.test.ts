import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { withLabels } from '../data-attributes/options.ts'
import { eventsOf, newAdmin, newConversation, topicsOf } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const preview = app.client({ version: 'Preview' })

const attribute = (name: string, data_type: string, options: string[] | null = null) => app.db`
  insert into data_attributes ${app.db({
    workspace_id: app.workspace.id,
    model: 'conversation',
    name,
    label: name,
    data_type,
    options: options && app.db.json(withLabels([], options) as never),
    created_at: app.clock.now(),
    updated_at: app.clock.now(),
  })}`
await attribute('issue_type', 'string')
await attribute('level', 'list', ['one', 'two'])
await attribute('urgent', 'boolean')

const parts = (body: any) => body.conversation_parts.conversation_parts

async function newCompany() {
  const { body } = await client.post('/companies', { company_id: `company ${Math.random()}`, name: 'Blue Sun' })
  return body.id as string
}

for (const version of SAMPLED_VERSIONS)
  test(`a conversation is marked read and given attributes, in ${version}`, async () => {
    const { path } = await newConversation(client)
    const speaker = app.client({ version })
    const unread = await speaker.put(path, { read: false })
    assert.deepEqual([unread.status, unread.body.read], [200, false])
    const custom_attributes = { issue_type: 'Billing', urgent: true }
    const { status, body } = await speaker.put(`${path}?display_as=plaintext`, { read: true, custom_attributes })
    assert.deepEqual([status, body.read, body.source.body], [200, true, 'Hello there'])
    assert.deepEqual((await client.get(path)).body.custom_attributes, custom_attributes)
    assert.deepEqual(
      parts(body).map((part: any) => [part.part_type, part.author.type, part.body]),
      [1, 2].map(() => ['conversation_attribute_updated_by_admin', 'bot', null]),
    )
  })

test('an attribute that changes tells what it was, where a version knows that; null clears it', async () => {
  const { path } = await newConversation(client)
  await client.put(path, { custom_attributes: { level: 'one' } })
  const { body } = await client.put(path, { custom_attributes: { level: 'two' } })
  const value = { name: 'two', previous: 'one' }
  assert.deepEqual(parts(body).at(-1).event_details, { attribute: { name: 'level' }, value })
  const before = (await app.client({ version: '2.14' }).get(path)).body
  assert.deepEqual(parts(before).at(-1).event_details, { attribute: { name: 'level' }, value: { name: 'two' } })
  const same = await client.put(path, { custom_attributes: { level: 'two' } })
  assert.equal(same.body.conversation_parts.total_count, 2)
  assert.deepEqual((await client.put(path, { custom_attributes: { level: null } })).body.custom_attributes, {})
})

test('attributes that are not declared, or not of their type, are refused', async () => {
  const { path } = await newConversation(client)
  const { status, body } = await client.put(path, { custom_attributes: { colour: 'red' } })
  assert.equal(status, 400)
  assert.deepEqual(body.errors[0], {
    code: 'parameter_invalid',
    message: "Conversation attribute 'colour' does not exist",
  })
  for (const custom_attributes of [{ level: 'three' }, { urgent: 'perhaps' }, 'red', ['red']])
    assert.equal((await client.put(path, { custom_attributes })).status, 400)
})

test('reading is told once, and does not move the conversation', async () => {
  const { id, path } = await newConversation(client)
  const { updated_at } = (await client.get(path)).body
  app.clock.advance(10)
  await client.put(path, { read: false })
  await client.put(path, { read: true })
  assert.equal((await client.put(path, { read: true })).body.updated_at, updated_at)
  assert.deepEqual((await topicsOf(app, id)).slice(1), ['conversation.read'])
})

test('a conversation is given a title from the version on that knows it', async () => {
  const { path } = await newConversation(client)
  assert.equal((await client.put(path, { title: 'Rattling grinder' })).body.title, 'Rattling grinder')
  assert.equal((await app.client({ version: '2.12' }).put(path, { title: 7 })).body.title, 'Rattling grinder')
  assert.equal((await client.put(path, { title: 7 })).status, 400)
})

test('conversation.read tells of what others said and did since it was read last', async () => {
  const { id, path, user } = await newConversation(client)
  const say = async (input: object) =>
    parts((await client.post(`${path}/reply`, { message_type: 'comment', body: 'Hello', ...input })).body).at(-1).id
  const read = async () => {
    await client.put(path, { read: true })
    const event = (await eventsOf(app, id)).at(-1)!
    assert.equal(event.topic, 'conversation.read')
    return event.item.conversation_parts.conversation_parts.map((part: any) => part.id)
  }
  const byAdmin = { type: 'admin', admin_id: app.workspace.adminId }
  const first = await say(byAdmin)
  await say({ ...byAdmin, message_type: 'note' })
  await say({ type: 'user', intercom_user_id: user.id })
  const second = await say(byAdmin)
  assert.deepEqual(await read(), [first, second])
  const third = await say(byAdmin)
  assert.deepEqual(await read(), [third])
})

test('a conversation is placed in a company, and taken out of it', async () => {
  const { id, path } = await newConversation(client)
  const company_id = await newCompany()
  const { body } = await client.put(path, { company_id })
  assert.deepEqual([body.company.id, body.company.name], [company_id, 'Blue Sun'])
  assert.equal(parts(body)[0].part_type, 'company_updated')
  assert.equal((await client.get('/conversations')).body.conversations[0].company.id, company_id)
  const [, event] = await eventsOf(app, id)
  assert.deepEqual([event!.topic, event!.item.company.id], ['conversation.company.updated', company_id])
  assert.equal((await client.put(path, { company_id: null })).body.company, null)
  for (const bad of ['123', '6762f11b1bb69f9f2193bba3']) {
    const reply = await client.put(path, { company_id: bad })
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'company_not_found'])
  }
  assert.equal((await app.client({ version: '2.13' }).put(path, { company_id })).status, 200)
  assert.equal((await client.get(path)).body.company, null)
})

test('the priority is set in Preview, by the bot or by who is named', async () => {
  const { id, path } = await newConversation(client)
  const { body } = await preview.put(path, { priority: 'high' })
  assert.equal(body.priority, 'high')
  assert.equal(parts(body)[0].author.type, 'bot')
  assert.deepEqual(parts(body)[0].event_details, { current_priority: 'high', previous_priority: 'none' })
  const tom = await newAdmin(app)
  const again = (await preview.put(path, { priority: 'low', admin_id: String(tom) })).body
  assert.deepEqual([parts(again)[1].part_type, parts(again)[1].author.id], ['priority_changed', String(tom)])
  assert.deepEqual((await topicsOf(app, id)).slice(1), Array(2).fill('conversation.priority.updated'))
  assert.equal((await preview.put(path, { priority: 'whatever' })).status, 400)
  assert.equal((await preview.put(path, { priority: 'none', admin_id: '1' })).status, 404)
  assert.equal((await client.put(path, { priority: 'urgent' })).body.priority, 'low')
})

test('a conversation that is not there cannot be updated, one of another workspace neither', async () => {
  const other = await app.createWorkspace()
  const { path } = await newConversation(app.client({ token: other.token }))
  for (const missing of [path, '/conversations/abc', '/conversations/1'])
    assert.equal((await client.put(missing, { read: true })).status, 404)
})
