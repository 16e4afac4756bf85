import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const now = () => app.clock.now().getTime() / 1000

test('a new workspace has a default brand with the id of the workspace', async () => {
  const [brand, ...others] = (await client.get('/brands')).body.data
  assert.equal(others.length, 0)
  const { app: workspace } = (await client.get('/me')).body
  const [center] = (await client.get('/help_center/help_centers')).body.data
  assert.partialDeepStrictEqual(brand, {
    type: 'brand',
    id: app.workspace.app_id,
    name: workspace.name,
    is_default: true,
    help_center_id: center.id,
  })
  assert.deepEqual((await client.get(`/brands/${app.workspace.app_id}`)).body, brand)
  assert.equal(brand.default_address_settings_id, null)
})

test('a brand is made, renamed and deleted, and the API shows it so', async () => {
  const { body } = await client.post('/parley/brands', { name: ' Premium ' })
  assert.deepEqual(body, {
    type: 'brand',
    id: body.id,
    name: 'Premium',
    is_default: false,
    created_at: now(),
    updated_at: now(),
    help_center_id: null,
    default_address_settings_id: null,
  })
  app.clock.advance(5)
  const renamed = (await client.put(`/parley/brands/${body.id}`, { name: 'Gold' })).body
  assert.deepEqual(renamed, { ...body, name: 'Gold', updated_at: now() })
  assert.deepEqual((await client.get(`/brands/${body.id}`)).body, renamed)
  assert.deepEqual((await client.get('/brands')).body.data.at(-1), renamed)
  assert.equal((await client.delete(`/parley/brands/${body.id}`)).status, 200)
  const gone = await client.get(`/brands/${body.id}`)
  assert.deepEqual([gone.status, gone.body.errors[0].message], [404, 'Brand not found'])
})

test('the default brand, a taken name, and a brand with addresses are refused', async () => {
  assert.equal((await client.delete(`/parley/brands/${app.workspace.app_id}`)).status, 409)
  const { body } = await client.post('/parley/brands', { name: 'Silver' })
  assert.equal((await client.post('/parley/brands', { name: 'SILVER' })).status, 409)
  await client.post('/parley/emails', { email: 'silver@example.com', brand_id: body.id })
  assert.equal((await client.delete(`/parley/brands/${body.id}`)).status, 409)
  assert.equal((await client.put(`/parley/brands/${body.id}`, { help_center_id: 1 })).status, 400)
})

test('brands and addresses of another workspace are not found', async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const brand = (await theirs.post('/parley/brands', { name: 'Theirs' })).body
  const address = (await theirs.post('/parley/emails', { email: 'theirs@example.com' })).body
  for (const path of [`/brands/${brand.id}`, `/brands/${address.brand_id}`, `/emails/${address.id}`])
    assert.equal((await client.get(path)).status, 404)
  assert.equal((await client.post('/parley/emails', { email: 'a@example.com', brand_id: brand.id })).status, 404)
})
