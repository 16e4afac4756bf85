import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const hire = async (email: string, role: string) =>
  (await client.post('/parley/admins', { name: email, email, role: { name: role } })).body

test('the roles that admins have are listed once each, in the order in which they were given', async () => {
  assert.deepEqual((await client.get('/roles')).body, { type: 'list', data: [] })
  const support = await hire('ann@example.com', 'Support')
  const lead = await hire('bob@example.com', 'Lead')
  await hire('cy@example.com', 'Support')
  const { body } = await client.get('/roles')
  assert.deepEqual(body.data, [
    { type: 'role', id: support.role.id, name: 'Support', description: null },
    { type: 'role', id: lead.role.id, name: 'Lead', description: null },
  ])
  await client.delete(`/parley/admins/${lead.id}`)
  assert.deepEqual(
    (await client.get('/roles')).body.data.map(({ name }: { name: string }) => name),
    ['Support'],
  )
})

test('excludes the roles of another workspace; versions before 2.18 have no such list', async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual((await stranger.get('/roles')).body.data, [])
  assert.equal((await app.client({ version: '2.17' }).get('/roles')).body.errors[0].code, 'intercom_version_invalid')
})
