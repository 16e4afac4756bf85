/** The size of a page that nobody asked a size for, as recorded answers show it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { testApp } from './app.ts'
import { createScene } from './fixtures/scene.ts'
import { fillPath, makeWorld } from './world.ts'

const app = await testApp()
const { ids, client } = await makeWorld(app, 'pages')
const everything = { query: { field: 'created_at', operator: '>', value: 1 } }

const SIZES: Record<string, number> = {
  'GET /contacts': 10,
  'GET /conversations': 20,
  'GET /companies': 15,
  'POST /companies/list': 15,
  'GET /companies/{}/contacts': 50,
  'GET /contacts/{}/companies': 50,
  'GET /contacts/{}/notes': 50,
  'GET /companies/{}/notes': 50,
  'GET /contacts/{}/granted_companies': 50,
  'GET /contacts/activities': 50,
  'GET /contacts/deleted': 10,
  'GET /contacts/{}/merge_history': 50,
  'GET /calls': 25,
  'GET /ai/content_import_sources': 50,
  'GET /ai/external_pages': 50,
  'GET /folders': 50,
  'GET /internal_articles': 25,
  'GET /internal_articles/search': 10,
  'GET /news/newsfeeds': 10,
  'POST /contacts/search': 50,
  'POST /conversations/search': 50,
  'POST /companies/search': 50,
  'POST /tickets/search': 20,
  'GET /messages/status': 50,
}

/** Parameters that an operation requires. */
const QUERIES: Record<string, string> = { 'GET /messages/status': 'ruleset_id=pages' }

const paged = operations.filter(({ reply }) => 'per_page' in ((reply as any).properties?.pages?.properties ?? {}))

for (const { key, method, path } of paged)
  test(`${key} has its recorded size`, async () => {
    const expected = SIZES[key]
    assert.ok(expected, `default-page-sizes.test.ts needs the size of a page of ${key}`)
    const reply =
      method === 'GET'
        ? await client.get(`${fillPath(path, ids)}?${QUERIES[key] ?? ''}`)
        : await client.post(path, path.endsWith('/search') ? everything : undefined)
    assert.equal(reply.body.pages.per_page, expected, reply.text)
  })

test('a list that is longer than its size ends where it says', async () => {
  const scene = createScene(app, { workspace: await app.createWorkspace() })
  for (let n = 0; n < 11; n++) await scene.another('a contact')
  const { body } = await scene.client.get('/contacts')
  assert.deepEqual([body.data.length, body.pages.per_page, body.pages.next.page], [10, 10, 2])
})
