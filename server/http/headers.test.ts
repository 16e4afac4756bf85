import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

const app = await testApp()

test('without limits every answer counts requests, and none is refused', async () => {
  const { token } = await app.createWorkspace()
  const client = app.client({ token })
  const remaining = async (path: string) => {
    const { headers } = await client.get(path)
    assert.ok(Number(headers['x-ratelimit-limit']) > 100_000)
    assert.ok(Number(headers['x-ratelimit-reset']) * 1000 > app.clock.now().getTime())
    return Number(headers['x-ratelimit-remaining'])
  }
  const first = await remaining('/me')
  assert.equal(await remaining('/contacts/none'), first - 1)
  assert.equal(await remaining('/contacts'), first - 2)
})

test('an answer that counts for nobody shows the limit as a whole', async () => {
  const wrongToken = await app.client({ token: 'wrong' }).get('/me')
  const wrongVersion = await app.client({ version: '9.9' }).get('/me')
  assert.deepEqual([wrongToken.status, wrongVersion.status], [401, 400])
  for (const { headers } of [wrongToken, wrongVersion]) {
    assert.equal(headers['x-ratelimit-remaining'], headers['x-ratelimit-limit'])
    assert.ok(Number(headers['x-ratelimit-reset']) * 1000 > app.clock.now().getTime())
  }
})

test('a GET that is answered again with its tag is 304 while nothing changed', async () => {
  const client = app.client()
  const { body, headers } = await client.post('/tags', { name: 'Tagged' })
  assert.equal(headers['etag'], undefined)
  const first = await client.get(`/tags/${body.id}`)
  assert.match(first.headers['etag']!, /^W\/"[0-9a-f]{32}"$/)
  const again = app.client({ headers: { 'if-none-match': first.headers['etag']! } })
  const unchanged = await again.get(`/tags/${body.id}`)
  assert.deepEqual([unchanged.status, unchanged.text, unchanged.headers['etag']], [304, '', first.headers['etag']])
  await client.post('/tags', { id: body.id, name: 'Retagged' })
  assert.equal((await again.get(`/tags/${body.id}`)).body.name, 'Retagged')
})

test('If-None-Match takes lists, strong forms of the tag and *', async () => {
  const client = app.client()
  const path = `/tags/${(await client.post('/tags', { name: 'Listed' })).body.id}`
  const tag = (await client.get(path)).headers['etag']!
  const status = async (headers: Record<string, string>) => (await app.client({ headers }).get(path)).status
  for (const known of [tag, `"other", ${tag}`, tag.slice(2), '*'])
    assert.equal(await status({ 'if-none-match': known }), 304, known)
  for (const unknown of ['"other"', tag.slice(0, -2), ''])
    assert.equal(await status({ 'if-none-match': unknown }), 200, unknown)
  // As fetch sends a tag.
  assert.equal(await status({ 'if-none-match': tag, 'cache-control': 'no-cache', pragma: 'no-cache' }), 304)
})

test('a 304 has no length, for HEAD as for GET', async () => {
  const headers = { authorization: `Bearer ${app.workspace.token}`, 'if-none-match': '*' }
  for (const url of ['/me', '/openapi/2.7.json'])
    for (const method of ['GET', 'HEAD'] as const) {
      const reply = await app.app.inject({ method, url, headers })
      const seen = [reply.statusCode, reply.payload, reply.headers['content-length']]
      assert.deepEqual(seen, [304, '', undefined], `${method} ${url}`)
    }
})

test('an answer may be kept by its client alone, an error by nobody', async () => {
  const client = app.client()
  assert.equal((await client.get('/me')).headers['cache-control'], 'max-age=0, private, must-revalidate')
  for (const error of [await client.get('/contacts/none'), await app.client({ token: 'wrong' }).get('/me')])
    assert.deepEqual([error.headers['cache-control'], error.headers['etag']], ['no-cache', undefined])
})
