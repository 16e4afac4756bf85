/** The size of a page that nobody asked a size for, as recorded answers show it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { testApp } from './app.ts'
import { createScene } from './fixtures/scene.ts'
import { newestOf } from './requests/request.ts'
import { fillPath, makeWorld } from './world.ts'

const app = await testApp()
const {
  ids,
  workspace: { token },
} = await makeWorld(app, 'pages')
const everything = { query: { field: 'created_at', operator: '>', value: 1 } }

const SIZES: Record<string, number> = {
  'GET /admins/activity_logs': 20,
  'POST /admins/activity_logs/search': 20,
  'GET /admins/office_hours': 20,
  'GET /contacts': 10,
  'GET /conversations': 20,
  'GET /conversations/deleted': 20,
  'GET /conversations/{}/side_conversations': 25,
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
  'GET /data_connectors': 20,
  'GET /data_connectors/{}/execution_results': 10,
  'GET /data_connectors/{}/versions': 20,
  'GET /articles': 25,
  'GET /articles/search': 10,
  'GET /articles/{}/versions': 25,
  'GET /help_center/collections': 20,
  'GET /help_center/help_centers/{}/redirects': 50,
  'GET /help_center/sections': 20,
  'GET /ai/content_import_sources': 50,
  'GET /ai/external_pages': 50,
  'GET /folders': 50,
  'GET /internal_articles': 25,
  'GET /content/search': 10,
  'GET /internal_articles/search': 10,
  'GET /news/newsfeeds': 10,
  'GET /news/news_items': 10,
  'GET /news/newsfeeds/{}/items': 20,
  'GET /macros': 50,
  'GET /auth_tokens': 20,
  'POST /contacts/search': 50,
  'POST /conversations/search': 50,
  'POST /companies/search': 15,
  'POST /tickets/search': 20,
  'GET /messages/status': 50,
}

/** Parameters that an operation requires. */
const QUERIES: Record<string, string> = { 'GET /messages/status': 'ruleset_id=pages' }

const paged = operations.filter(({ reply }) => 'per_page' in ((reply as any).properties?.pages?.properties ?? {}))

for (const operation of paged)
  test(`${operation.key} has its recorded size`, async () => {
    const { key, method, path } = operation
    const client = app.client({ token, version: newestOf(operation) })
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
