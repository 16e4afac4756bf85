/** The API reference over HTTP: open to everybody, whole without the internet. */
import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import { test } from 'node:test'
import { history } from '../versions/index.ts'
import { testApp } from '../test/app.ts'

const { app } = await testApp()
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
/** Headers of a browser. */
const BROWSER = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'gzip, deflate, br' }

test('the page is shown to a browser without a token, in the newest stable version', async () => {
  const reply = await get('/docs', { accept: 'text/html' })
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(reply.headers['x-content-type-options'], 'nosniff')
  assert.match(reply.payload, new RegExp(`data-document="/openapi/${history.newestStable.name}.json"`))
})

test('the page of a version shows its document, and picks among all of them', async () => {
  for (const { name } of history.versions) {
    const { payload } = await get(`/docs/${name}`)
    assert.match(payload, new RegExp(`data-document="/openapi/${name}.json"`))
    assert.match(payload, new RegExp(`<option selected>${name}</option>`))
    assert.equal(payload.match(/<option/g)!.length, history.versions.length)
  }
})

test('the settings have a page of their own; each page leads to the other', async () => {
  const { payload } = await get('/docs/settings', { accept: 'text/html' })
  assert.match(payload, /data-document="\/openapi\/settings.json"/)
  assert.match(payload, /<title>Parley settings API<\/title>/)
  assert.doesNotMatch(payload, /<select/)
  assert.match(payload, /href="\/docs"/)
  assert.match((await get('/docs')).payload, /href="\/docs\/settings"/)
  const { info, servers } = (await get('/openapi/settings.json', { host: 'parley.example:8080' })).json()
  assert.equal(info.title, 'Parley settings API')
  assert.match(info.description, /\]\(\/docs\)/)
  assert.deepEqual(servers, [{ url: 'http://parley.example:8080' }])
  assert.match((await get('/openapi/2.7.json')).json().info.description, /\]\(\/docs\/settings\)/)
})

test('the page loads nothing from another host, and may not', async () => {
  const { payload, headers } = await get('/docs')
  const addresses = [...payload.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
  assert.ok(addresses.length >= 5)
  for (const address of addresses) {
    assert.match(address, /^\/[^/]/)
    assert.equal((await get(address)).statusCode, 200, address)
  }
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self';/)
  assert.match(policy, /connect-src 'self';/)
  assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/)
})

test("Scalar's script is the whole of it, zipped for those who take it", async () => {
  const plain = await get('/docs/scalar.js')
  assert.equal(plain.headers['content-type'], 'text/javascript; charset=utf-8')
  assert.match(plain.payload, /createApiReference/)
  const zipped = await get('/docs/scalar.js', BROWSER)
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(zipped.rawPayload).toString(), plain.payload)
})

test('a document is answered by its version, in any letter case, and by the other names of the preview', async () => {
  for (const [name, title] of [
    ['2.11', '2.11'],
    ['Preview', 'Preview'],
    ['unstable', 'Preview'],
  ]) {
    const reply = await get(`/openapi/${name}.json`, { host: 'parley.example:8080' })
    assert.equal(reply.headers['content-type'], 'application/json; charset=utf-8')
    const { info, servers } = reply.json()
    assert.equal(info.version, title)
    assert.deepEqual(servers, [{ url: 'http://parley.example:8080' }])
  }
})

test('a client that has a document is told that it is still the same', async () => {
  const first = await get('/openapi/2.7.json', BROWSER)
  const again = await get('/openapi/2.7.json', { ...BROWSER, 'if-none-match': first.headers.etag as string })
  assert.deepEqual([again.statusCode, again.payload], [304, ''])
  const other = await get('/openapi/2.8.json', { ...BROWSER, 'if-none-match': first.headers.etag as string })
  assert.equal(other.statusCode, 200)
})

for (const path of ['/openapi/2.6.json', '/openapi/2.11', '/openapi/.json', '/docs/2.6', '/docs/..%2Fmount.ts'])
  test(`${path} is not found, as the API says it`, async () => {
    const reply = await get(path, BROWSER)
    assert.equal(reply.statusCode, 404)
    assert.equal(reply.json().type, 'error.list')
  })
