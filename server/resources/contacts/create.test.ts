import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()

test('a user is created and found by its id', async () => {
  const created = await client.post('/contacts', { email: 'ada@example.com', name: 'Ada' })
  assert.equal(created.status, 200)
  assert.equal(created.body.role, 'user')
  const found = await client.get(`/contacts/${created.body.id}`)
  assert.deepEqual(found.body, created.body)
})

test('fifty parallel creations of one external_id give one 200 and 49 409s that name it', async () => {
  const replies = await Promise.all(Array.from({ length: 50 }, () => client.post('/contacts', { external_id: 'one' })))
  const made = replies.filter((reply) => reply.status === 200)
  assert.equal(made.length, 1)
  const refused = replies.filter((reply) => reply.status === 409)
  assert.equal(refused.length, 49)
  for (const { body } of refused)
    assert.equal(body.errors[0].message, `A contact matching those details already exists with id=${made[0]!.body.id}`)
})

for (const version of SAMPLED_VERSIONS)
  test(`a contact conforms in ${version}`, async () => {
    const reply = await app
      .client({ version })
      .post('/contacts', { external_id: `conforms in ${version}`, owner_id: app.workspace.adminId })
    assert.equal(reply.status, 200)
    await app.client({ version }).get(`/contacts/${reply.body.id}`)
    await app.client({ version }).get(`/me`)
    await app.client({ version }).get(`/admins`)
    await app.client({ version }).get(`/admins/${app.workspace.adminId}`)
  })
