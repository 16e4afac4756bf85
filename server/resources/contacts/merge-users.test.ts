import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
let users = 0
const user = async (details: object) =>
  (await client.post('/contacts', { external_id: `user ${++users}`, ...details })).body
const merge = (from: { id: string }, into: { id: string }, more = {}) =>
  client.post('/contacts/merge', { from: from.id, into: into.id, ...more })
const preview = (from: { id: string }, into: { id: string }, more = {}) =>
  client.post('/contacts/merge/preview', { from: from.id, into: into.id, ...more })
const email = 'ada@example.com'

test('a user is merged into one with the same email, which learns the rest and keeps its own', async () => {
  const [from, into] = [
    await user({ email, name: 'Other', phone: '+353871234567' }),
    await user({ email: 'ADA@example.com', name: 'Ada' }),
  ]
  const { id: tag } = (await client.post('/tags', { name: 'moved' })).body
  await client.post(`/contacts/${from.id}/tags`, { id: tag })
  const message = { from: { type: 'user', id: from.id }, body: 'Hello' }
  const { conversation_id } = (await client.post('/conversations', message)).body
  const { status, body } = await merge(from, into)
  assert.equal(status, 200)
  assert.deepEqual(
    [body.id, body.external_id, body.name, body.phone, body.tags.data.map(({ id }: { id: string }) => id)],
    [into.id, into.external_id, 'Ada', '+353871234567', [tag]],
  )
  const { contacts } = (await client.get(`/conversations/${conversation_id}`)).body
  assert.equal(contacts.contacts[0].id, into.id)
  assert.equal((await client.get(`/contacts/${from.id}`)).status, 410)
  assert.equal((await client.get(`/contacts/find_by_external_id/${encodeURIComponent(from.external_id)}`)).status, 410)
  const history = (await client.get(`/contacts/${into.id}/merge_history`)).body.data
  assert.deepEqual(
    history.map((one: any) => [one.source_contact_id, one.source_contact_role]),
    [[from.id, 'user']],
  )
})

test('users with the same phone are merged, and those with nothing in common are not', async () => {
  const [a, b] = [await user({ phone: '+353871110000' }), await user({ phone: '+353871110000' })]
  const stranger = await user({ email: 'stranger@example.com' })
  const refused = await merge(stranger, b)
  assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'invalid_merge'])
  const { body } = await preview(stranger, b)
  assert.deepEqual([body.allowed, body.reasons[0].code], [false, 'u2u_no_shared_identifier'])
  assert.equal((await preview(a, b)).body.allowed, true)
  assert.equal((await merge(a, b)).status, 200)
})

test('users are not merged without looking, nor one into itself or into a lead', async () => {
  const [a, b] = [await user({ email }), await user({ email })]
  for (const reply of [
    await merge(a, b, { skip_duplicate_validation: true }),
    await preview(a, b, { skip_duplicate_validation: true }),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'parameter_not_allowed'])
  const lead = (await client.post('/contacts', { role: 'lead', email })).body
  for (const into of [a, lead]) {
    const reply = await merge(a, into)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'invalid_merge'])
    assert.equal((await preview(a, into)).body.reasons[0].code, 'invalid_merge_role_pair')
  }
  assert.equal((await client.get(`/contacts/${a.id}`)).status, 200)
})

test('stable versions merge leads only', async () => {
  const [a, b] = [await user({ email }), await user({ email })]
  for (const version of ['2.16', '2.18']) {
    const reply = await app.client({ version }).post('/contacts/merge', { from: a.id, into: b.id })
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'invalid_merge'], version)
  }
})
