import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, newUser } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId

const contactsOf = async (path: string) =>
  (await client.get(path)).body.contacts.contacts.map(({ id }: { id: string }) => id)
const partTypes = async (path: string) =>
  (await client.get(path)).body.conversation_parts.conversation_parts.map((part: any) => part.part_type)

for (const version of SAMPLED_VERSIONS)
  test(`contacts are attached and detached, in ${version}`, async () => {
    const speaker = app.client({ version })
    const { path, user } = await newConversation(client)
    const [bob, eve, dan] = [await newUser(client), await newUser(client), await newUser(client)]
    for (const customer of [{ intercom_user_id: bob.id }, { user_id: eve.external_id }, { email: dan.email }])
      assert.equal((await speaker.post(`${path}/customers`, { admin_id: String(admin_id), customer })).status, 200)
    assert.deepEqual(await contactsOf(path), [user.id, bob.id, eve.id, dan.id])
    const detached = await speaker.delete(`${path}/customers/${user.id}`, { admin_id })
    assert.equal(detached.status, 200)
    assert.deepEqual(
      detached.body.customers,
      [bob, eve, dan].map(({ id }) => ({ type: 'user', id })),
    )
    assert.deepEqual(await contactsOf(path), [bob.id, eve.id, dan.id])
    assert.deepEqual((await partTypes(path)).at(-1), 'participant_removed')
  })

test('an email that nobody has makes a lead, once', async () => {
  const { path, user } = await newConversation(client)
  const request = { admin_id, customer: { email: 'brand-new@example.com' } }
  const { body } = await client.post(`${path}/customers`, request)
  assert.deepEqual(
    body.customers.map(({ type }: any) => type),
    ['user', 'lead'],
  )
  assert.equal(body.customers[0].id, user.id)
  const lead = (await client.get(`/contacts/${body.customers[1].id}`)).body
  assert.deepEqual([lead.role, lead.email], ['lead', 'brand-new@example.com'])
  assert.deepEqual((await client.post(`${path}/customers`, request)).body, body)
  assert.deepEqual(await partTypes(path), ['participant_added'])
  const bad = { admin_id, customer: { email: 'no email' } }
  assert.equal((await client.post(`${path}/customers`, bad)).status, 400)
})

test('a contact that takes part may add another', async () => {
  const { path, user } = await newConversation(client)
  const bob = await newUser(client)
  const customer = { intercom_user_id: bob.id }
  const stranger = { intercom_user_id: bob.id, customer }
  assert.equal((await client.post(`${path}/customers`, stranger)).status, 404)
  await client.post(`${path}/customers`, { intercom_user_id: user.id, customer })
  const [part] = (await client.get(path)).body.conversation_parts.conversation_parts
  assert.deepEqual([part.author.type, part.author.id], ['user', user.id])
})

test('attaching and detaching are told with the conversation and the contact', async () => {
  const { id, path } = await newConversation(client)
  const bob = await newUser(client)
  await client.post(`${path}/customers`, { admin_id, customer: { intercom_user_id: bob.id } })
  await client.delete(`${path}/customers/${bob.id}`, { admin_id })
  const events = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events
    where workspace_id = ${app.workspace.id} and item -> 'conversation' ->> 'id' = ${id} order by id`
  assert.deepEqual(
    events.map(({ topic, item }) => [
      topic,
      item.contact.id,
      item.conversation.conversation_parts.conversation_parts.map((part: any) => part.part_type),
    ]),
    [
      ['conversation.contact.attached', bob.id, ['participant_added']],
      ['conversation.contact.detached', bob.id, ['participant_removed']],
    ],
  )
})

test('one who was blocked since is detached as well', async () => {
  const { path } = await newConversation(client)
  const bob = await newUser(client)
  await client.post(`${path}/customers`, { admin_id, customer: { intercom_user_id: bob.id } })
  assert.equal((await client.post(`/contacts/${bob.id}/block`)).status, 200)
  const { status, body } = await client.delete(`${path}/customers/${bob.id}`, { admin_id })
  assert.deepEqual([status, body.customers.length], [200, 1])
})

test('the last contact stays', async () => {
  const { path, user } = await newConversation(client)
  for (const version of SAMPLED_VERSIONS) {
    const { status, body } = await app.client({ version }).delete(`${path}/customers/${user.id}`, { admin_id })
    assert.equal(status, 422)
    assert.deepEqual(body.errors[0], {
      code: 'parameter_invalid',
      message: 'Removing the last customer is not allowed',
    })
  }
})

test('detached at once, one contact is left', async () => {
  const { path, user } = await newConversation(client)
  const bob = await newUser(client)
  await client.post(`${path}/customers`, { admin_id, customer: { intercom_user_id: bob.id } })
  const replies = await Promise.all([user, bob].map(({ id }) => client.delete(`${path}/customers/${id}`, { admin_id })))
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 422])
  assert.equal((await contactsOf(path)).length, 1)
})

test('missing contacts cannot be attached or detached', async () => {
  const { path } = await newConversation(client)
  const other = await app.createWorkspace()
  const theirs = app.client({ token: other.token })
  const stranger = await newUser(theirs)
  const customer = { intercom_user_id: stranger.id }
  const foreign = await client.post(`${path}/customers`, { admin_id, customer })
  assert.deepEqual([foreign.status, foreign.body.errors[0].message], [404, 'User Not Found'])
  const elsewhere = await theirs.post(`${path}/customers`, { admin_id: other.adminId, customer })
  assert.deepEqual([elsewhere.status, elsewhere.body.errors[0].message], [404, 'Resource Not Found'])
  assert.equal((await client.post(`${path}/customers`, { admin_id: '1', customer })).status, 404)
  for (const request of [{ admin_id }, { admin_id, customer: 'bob' }])
    assert.equal((await client.post(`${path}/customers`, request)).status, 400)
  for (const id of [stranger.id, '123', (await newUser(client)).id]) {
    const { status, body } = await client.delete(`${path}/customers/${id}`, { admin_id })
    assert.deepEqual([status, body.errors[0].message], [404, 'User Not Found'])
  }
  assert.equal((await client.delete(`/conversations/1/customers/${stranger.id}`, { admin_id })).status, 404)
  assert.equal((await client.delete(`${path}/customers/${stranger.id}`)).status, 400)
})
