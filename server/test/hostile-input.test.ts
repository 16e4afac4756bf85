/** Every operation is given what no client should send. It answers 4xx in the API's shape, and goes on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../http/operation.ts'
import { allOperations } from '../operations.ts'
import { testApp } from './app.ts'
import { fillPath, makeWorld } from './world.ts'

const app = await testApp()

interface Attack {
  name: string
  headers?: Record<string, string>
  payload: string | Buffer
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

const BODIES: Attack[] = [
  { name: 'truncated JSON', payload: '{"name": "A' },
  { name: 'an array', payload: '[{"name":"A"}]' },
  { name: 'a scalar', payload: '"name"' },
  { name: 'a number', payload: '42' },
  { name: 'null', payload: 'null' },
  { name: 'another content type', payload: '<name>A</name>', headers: { 'content-type': 'application/xml' } },
  { name: 'a form', payload: 'name=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { name: 'a hundred levels', payload: nested(100) },
  { name: 'five megabytes', payload: Buffer.from(JSON.stringify({ name: 'A'.repeat(5_000_000) })) },
  { name: 'a NUL character', payload: String.raw`{"name":"A\u0000B","body":"\u0000","id":"\u0000"}` },
]

/** Well-formed JSON of odd values: refused, or harmless; never a failure of the server. */
const VALUES = [
  null,
  '',
  ' ',
  '\ud800',
  'A'.repeat(300),
  `'; drop table contacts; --`,
  -1,
  0,
  1.5,
  1e300,
  2 ** 53,
  true,
  [],
  [null],
  {},
  { id: {} },
]

const IDS = [`'`, `"`, '%2F', '%00', '..%2F..', '%E0%A4%A', '-1', '0', '1e3', '9'.repeat(30), 'x'.repeat(400), 'ÿ']
const QUERIES = [
  'per_page=0',
  'per_page=-1',
  'per_page=abc',
  'per_page=1.5',
  'per_page=151',
  'per_page=61',
  'page=0',
  'page=-1',
]
const CURSORS = [
  'starting_after=garbage',
  'starting_after=%00',
  'starting_after=W10=',
  'starting_after=bnVsbA==',
  'page=99999999999',
]

/** Lists that take the nearest page and size that are allowed, as documented. */
const CLAMPED = new Set([
  'GET /audiences',
  'GET /content/search',
  'GET /content_snippets',
  'GET /data_connectors/{}/versions',
  'GET /dynamic_contents',
])

/** Large amounts are cut down by some lists, and two read of a text the digits that it begins with. */
function isTaken({ key, query: { properties } }: Operation, query: string): boolean {
  if (CLAMPED.has(key) && /page=(0|-1)$/.test(query)) return true
  // Recorded so: page 0 has the rows of page 1.
  if (key === 'GET /articles' && query === 'page=0') return true
  const readsDigits = (properties['per_page'] as { type?: string } | undefined)?.type === 'string'
  return /15[0-9]|61|999/.test(query) || (readsDigits && query === 'per_page=1.5')
}

test('nothing that a request can hold makes the server fail', async (t) => {
  const { ids, workspace } = await makeWorld(app, 'hostile')
  const authorization = `Bearer ${workspace.token}`
  const send = async (
    operation: Operation,
    url: string,
    payload?: string | Buffer,
    headers: Record<string, string> = {},
  ) => {
    const reply = await app.app.inject({
      method: operation.method as 'GET',
      url,
      headers: {
        accept: 'application/json',
        authorization,
        'intercom-version': 'Preview',
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    })
    const sent = payload?.slice(0, 60).toString() ?? ''
    const what = `${operation.method} ${url.slice(0, 120)} ${sent} → ${reply.statusCode} ${reply.payload.slice(0, 200)}`
    assert.ok(reply.statusCode < 500, what)
    if (reply.statusCode >= 400) {
      const body = JSON.parse(reply.payload)
      // The phone switch tells what is wrong with a number in a form of its own.
      if (operation.path === '/phone_call_redirects' && typeof body.error_key === 'string')
        return { status: reply.statusCode, what }
      // Both statuses of messages answer 400 in a form of their own, as documented.
      if (/^\/messages\/(whatsapp\/)?status$/.test(operation.path) && body.type === 'error' && reply.statusCode === 400)
        return { status: reply.statusCode, what }
      // Refusals of a rating are messages by property, as documented.
      if (operation.path === '/fin/csat' && reply.statusCode === 422 && typeof body.errors === 'object')
        return { status: reply.statusCode, what }
      assert.equal(body.type, 'error.list', what)
      assert.equal(body.request_id, reply.headers['x-request-id'], what)
      assert.ok(typeof body.errors[0].code === 'string' && typeof body.errors[0].message === 'string', what)
    }
    assert.equal(reply.headers['x-content-type-options'], 'nosniff', what)
    return { status: reply.statusCode, what }
  }

  for (const operation of allOperations) {
    const path = fillPath(operation.path, ids)
    await t.test(`${operation.method} ${operation.path}`, async () => {
      if (operation.body) {
        for (const { name, payload, headers } of BODIES) {
          const { status, what } = await send(operation, path, payload, headers)
          assert.ok(status >= 400 || name === 'a NUL character' || name === 'a hundred levels', `${name}: ${what}`)
        }
        for (const key of Object.keys((operation.body as { properties?: object }).properties ?? {}))
          for (const value of VALUES) await send(operation, path, JSON.stringify({ [key]: value }))
      }
      await send(operation, path)
      for (const id of IDS) {
        if (!operation.path.includes('{')) break
        const { status, what } = await send(
          operation,
          operation.path.replace(/\{\w+\}/, id).replace(/\{(\w+)\}/g, (_, n) => ids[n]!),
        )
        // An external_id is whatever a client chose, and one of the attacks above may have.
        if (operation.method === 'GET' && !operation.path.includes('{external_id}')) assert.ok(status >= 400, what)
      }
      const isKnown = (query: string) => Object.hasOwn(operation.query.properties, query.split('=')[0]!)
      for (const query of [...QUERIES, ...CURSORS].filter(isKnown)) {
        const { status, what } = await send(operation, `${path}?${query}`)
        if (operation.method === 'GET' && !isTaken(operation, query)) assert.ok(status >= 400, what)
      }
      // Nobody reads the others, so that they come at once; a NUL is refused before.
      const unread = [...QUERIES, ...CURSORS].filter((query) => !isKnown(query) && !query.includes('%00'))
      await send(operation, `${path}?${unread.join('&')}`)
      await send(operation, `${path}?unread=%00`)
    })
  }
})

for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const)
  test(`an unknown path answers ${method} with 404 in the API's shape`, async () => {
    const reply = await app.app.inject({
      method,
      url: '/no/such/thing',
      headers: { authorization: `Bearer ${app.workspace.token}` },
    })
    assert.equal(reply.statusCode, 404)
    assert.equal(reply.json().errors[0].code, 'not_found')
  })

test('a method that a path does not have answers 404', async () => {
  const reply = await app.client().put('/me', {})
  assert.equal(reply.status, 404)
  assert.equal(reply.body.type, 'error.list')
})

test('a client that wants no JSON is told 406, without a request_id', async () => {
  const reply = await app.client({ headers: { accept: 'text/html' } }).get('/me')
  assert.equal(reply.status, 406)
  assert.deepEqual(Object.keys(reply.body), ['errors', 'type'])
  assert.deepEqual(reply.body, {
    type: 'error.list',
    errors: [
      { code: 'media_type_not_acceptable', message: 'The Accept header should send a media type of application/json' },
    ],
  })
})
