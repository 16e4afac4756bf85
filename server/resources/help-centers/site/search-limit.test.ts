import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

async function scene(config: object) {
  const app = await testApp({ config: { limits: 'off', siteSearches: 3, ...config } })
  const client = app.client()
  const [{ id, identifier }] = (await client.get('/parley/help_centers')).body.data
  await client.put(`/parley/help_centers/${id}`, { website_turned_on: true, locales: ['en', 'de'] })
  const shelf = (await client.post('/help_center/collections', { name: 'Blades' })).body
  await client.post('/articles', {
    title: 'Whet a scythe',
    author_id: app.workspace.adminId,
    state: 'published',
    parent_id: shelf.id,
  })
  return {
    ask: (path: string, remoteAddress: string, headers: Record<string, string> = {}) =>
      app.app.inject({
        url: `/help/${identifier}${path}`,
        remoteAddress,
        headers: { accept: 'text/html', ...headers },
      }),
  }
}

test('searches of a network beyond its share are answered 429 by a page that says when to try again', async () => {
  const { ask } = await scene({})
  for (const path of ['/en/search?q=scythe', '/en/search/suggest?q=scy', '/en/search?q=scythe'])
    assert.equal((await ask(path, '192.0.2.1')).statusCode, 200)
  const refused = await ask('/de/search?q=scythe', '192.0.2.1')
  assert.equal(refused.statusCode, 429)
  assert.match(String(refused.headers['content-type']), /^text\/html/)
  assert.match(refused.body, /<h1>Aus Ihrem Netz kamen zu viele Suchanfragen/)
  const wait = Number(refused.headers['retry-after'])
  assert.ok(wait >= 1 && wait <= 60, String(wait))
  const suggested = await ask('/en/search/suggest?q=scy', '192.0.2.1', { accept: '*/*' })
  assert.deepEqual([suggested.statusCode, suggested.json().errors[0].code], [429, 'rate_limit_exceeded'])
  assert.match(String(suggested.headers['retry-after']), /^\d+$/)
  // As a page that somebody opens.
  const opened = await ask('/de/search/suggest?q=scy', '192.0.2.1')
  assert.equal(opened.statusCode, 429)
  assert.match(opened.body, /<h1>Aus Ihrem Netz kamen zu viele Suchanfragen/)
})

test('other networks keep their share, and other pages are open to all', async () => {
  const { ask } = await scene({})
  for (let n = 0; n < 4; n++) await ask('/en/search?q=scythe', '2001:db8:1:2::1')
  assert.equal((await ask('/en/search?q=scythe', '2001:db8:1:2:ffff::9')).statusCode, 429)
  assert.equal((await ask('/en/search?q=scythe', '2001:db8:1:3::1')).statusCode, 200)
  for (const path of ['/en', '/en/search', '/en/contact'])
    assert.equal((await ask(path, '2001:db8:1:2::1')).statusCode, 200, path)
})

test('missing pages offer no articles to a network whose share is used up', async () => {
  const { ask } = await scene({})
  const missing = () => ask('/en/articles/9-whet-a-scythe', '192.0.2.7')
  assert.match((await missing()).body, /<h2>Articles that may be the one/)
  for (let n = 0; n < 3; n++) await ask('/en/search?q=scythe', '192.0.2.7')
  const { statusCode, body } = await missing()
  assert.equal(statusCode, 404)
  assert.doesNotMatch(body, /Articles that may be the one/)
})

test('the address that a trusted proxy forwards counts, and that of nobody else', async () => {
  const { ask } = await scene({ trustedProxies: ['10.0.0.0/8'] })
  const from = (address: string, by = '10.0.0.1') => ask('/en/search?q=scythe', by, { 'x-forwarded-for': address })
  for (let n = 0; n < 3; n++) assert.equal((await from('192.0.2.1')).statusCode, 200)
  assert.equal((await from('192.0.2.1')).statusCode, 429)
  assert.equal((await from('192.0.2.2')).statusCode, 200)
  for (let n = 0; n < 3; n++) assert.equal((await from(`192.0.2.${n + 10}`, '198.51.100.1')).statusCode, 200)
  assert.equal((await from('192.0.2.20', '198.51.100.1')).statusCode, 429)
})
