import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const find = (externalId: string, asker = client) =>
  asker.get(`/contacts/find_by_external_id/${encodeURIComponent(externalId)}`)

test('a user is found by its external_id, whatever letters that has', async () => {
  for (const external_id of ['70', 'a/b c?d', 'Ümlaut', "it's", 'find_by_external_id']) {
    const { body } = await client.post('/contacts', { external_id })
    const found = await find(external_id)
    assert.deepEqual([found.status, found.body], [200, body])
  }
})

test('a lead is not found, nor anybody else whom there is not', async () => {
  await client.post('/contacts', { role: 'lead', external_id: 'lead' })
  await client.post('/contacts', { external_id: 'ours' })
  const deleted = await client.post('/contacts', { external_id: 'deleted' })
  await client.delete(`/contacts/${deleted.body.id}`)
  const other = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [await find('lead'), await find('nobody'), await find('deleted'), await find('ours', other)])
    assert.deepEqual([reply.status, reply.body.errors[0].message], [404, 'User Not Found'])
})

test('it is known from 2.13 on', async () => {
  await client.post('/contacts', { external_id: 'known' })
  assert.equal((await find('known', app.client({ version: '2.13' }))).status, 200)
  const { status, body } = await find('known', app.client({ version: '2.12' }))
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})
