import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const now = () => app.clock.now().getTime() / 1000

test('a sender address is made, changed and deleted, and the API shows it so', async () => {
  const { body } = await client.post('/parley/emails', { email: 'Support@Example.com', verified: true })
  assert.deepEqual(body, {
    type: 'email_setting',
    id: body.id,
    email: 'Support@Example.com',
    verified: true,
    domain: 'Example.com',
    brand_id: app.workspace.app_id,
    forwarding_enabled: false,
    forwarded_email_last_received_at: null,
    created_at: now(),
    updated_at: now(),
  })
  app.clock.advance(5)
  const changed = (await client.put(`/parley/emails/${body.id}`, { forwarding_enabled: true })).body
  assert.deepEqual(changed, { ...body, forwarding_enabled: true, updated_at: now() })
  assert.deepEqual((await client.get(`/emails/${body.id}`)).body, changed)
  assert.deepEqual((await client.get('/emails')).body, { type: 'list', data: [changed] })
  await client.delete(`/parley/emails/${body.id}`)
  const gone = await client.get(`/emails/${body.id}`)
  assert.deepEqual([gone.status, gone.body.errors[0].message], [404, 'Email setting not found'])
})

test('a brand has one default address, and one that leaves the brand is not its default', async () => {
  const add = async (email: string) => (await client.post('/parley/emails', { email, default: true })).body.id
  const defaultOf = async () => (await client.get(`/brands/${app.workspace.app_id}`)).body.default_address_settings_id
  const first = await add('first@example.com')
  assert.equal(await defaultOf(), first)
  const second = await add('second@example.com')
  assert.equal(await defaultOf(), second)
  await client.put(`/parley/emails/${first}`, { default: true })
  assert.equal(await defaultOf(), first)
  const brand = (await client.post('/parley/brands', { name: 'Other' })).body.id
  await client.put(`/parley/emails/${first}`, { brand_id: brand })
  assert.equal(await defaultOf(), null)
})

for (const email of ['', 'nobody', 'a b@example.com', 'a@b@c', 'a,b@example.com'])
  test(`${JSON.stringify(email)} is refused as a sender address`, async () => {
    assert.equal((await client.post('/parley/emails', { email })).status, 400)
  })

test('two sender addresses cannot be the same', async () => {
  await client.post('/parley/emails', { email: 'same@example.com' })
  assert.equal((await client.post('/parley/emails', { email: 'SAME@example.com' })).status, 409)
})
