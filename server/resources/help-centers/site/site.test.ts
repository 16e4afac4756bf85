import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId
const [{ id: center, identifier }] = (await client.get('/parley/help_centers')).body.data
await client.put(`/parley/help_centers/${center}`, { website_turned_on: true, locales: ['en', 'de'] })

const collection = (await client.post('/help_center/collections', { name: 'Grinders', description: 'All of them' }))
  .body
const write = async (article: object) =>
  (
    await client.post('/articles', {
      author_id,
      state: 'published',
      parent_id: collection.id,
      parent_type: 'collection',
      ...article,
    })
  ).body

const get = (path: string) => app.app.inject({ url: path, headers: { accept: 'text/html' } })
const pathOf = (url: string) => new URL(url).pathname

test('home, collection and article are read at the addresses that the API gives', async () => {
  const article = await write({ title: 'Clean the burrs', body: '<h2>Weekly</h2><p>Use a <b>brush</b>.</p>' })
  const home = await get(`/help/${identifier}/en`)
  assert.equal(home.statusCode, 200)
  assert.match(home.payload, /Grinders/)
  const listed = await get(pathOf(collection.url))
  assert.ok(listed.payload.includes(`href="${pathOf(article.url)}"`))
  const page = await get(pathOf(article.url))
  assert.equal(page.statusCode, 200)
  assert.match(page.payload, /<b>brush<\/b>/)
  const found = await get(`/help/${identifier}/en/search?q=burrs`)
  assert.match(found.payload, /Clean the burrs/)
})

test('the address without a language leads to the default one', async () => {
  const { statusCode, headers } = await get(`/help/${identifier}`)
  assert.deepEqual([statusCode, headers.location], [302, `/help/${identifier}/en`])
})
