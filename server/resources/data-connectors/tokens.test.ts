/** Stored tokens that connectors carry, against a server that asks for them and one that gives them out. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { text } from 'node:stream/consumers'
import { testApp } from '../../test/app.ts'
import { atFileEnd } from '../../test/endings.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const file = (name: string) => readFileSync(new URL(`../../test/proxy/${name}`, import.meta.url))

// The server of tokens signs its own certificate.
const trusted = getCACertificates('default')
setDefaultCACertificates([...trusted, file('certificate.pem').toString()])
atFileEnd(() => setDefaultCACertificates(trusted))

async function listen(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const received: IncomingHttpHeaders[] = []
/** Tokens that it takes; every one where there are none. */
const taken = new Set<string>()
const answering: RequestListener = (request, response) => {
  received.push(request.headers)
  const { authorization = '' } = request.headers
  if (request.url === '/away') response.writeHead(302, { location: `http://localhost:${port}/` })
  else if (taken.size > 0 && !taken.has(authorization)) response.writeHead(401)
  response.end(JSON.stringify({ heard: request.headers }))
}
const port = await listen(createServer(answering))
const url = `http://127.0.0.1:${port}/`

const asked: { url: string; type: unknown; body: string }[] = []
let expires: number | undefined = 3600
let refusal: { status: number; body: string } | undefined
const tokenPort = await listen(
  createSecureServer({ cert: file('certificate.pem'), key: file('key.pem') }, async (request, response) => {
    asked.push({ url: request.url!, type: request.headers['content-type'], body: await text(request) })
    if (refusal) return response.writeHead(refusal.status, { location: url }).end(refusal.body)
    response.end(JSON.stringify({ access_token: `granted-${asked.length}`, token_type: 'bearer', expires_in: expires }))
  }),
)

const post = async (path: string, body: object, status = 201) => {
  const reply = await client.post(path, body)
  assert.equal(reply.status, status, reply.text)
  return reply.body
}
const TEXT = { name: 'Orders', token_value: 'hush-hush', request_header_key: 'X-Api-Key', token_prefix: 'Key' }
const OAUTH = { token_url: `https://127.0.0.1:${tokenPort}/token`, client_id: 'depot', client_secret: 'hush-secret' }
const stored = async (more: object = {}): Promise<string> => (await post('/auth_tokens', { ...TEXT, ...more })).id
const granted = async (more: object = {}): Promise<string> =>
  (await post('/auth_tokens', { name: 'Depot', token_type: 'oauth', oauth: { ...OAUTH, ...more } })).id
const connect = async (token_ids: string[], more: object = {}): Promise<string> =>
  (await post('/data_connectors', { name: 'Orders', url, token_ids, ...more })).id
const run = async (id: string) => {
  const reply = await client.post(`/parley/data_connectors/${id}/run`, {})
  assert.equal(reply.status, 200, reply.text)
  return reply
}
const wrong = ({ status, body }: { status: number; body: any }) => [status, body.errors[0].message]

suite('tokens of a connector', () => {
  test('are shown by their ids, and stay where nothing is said of them', async () => {
    const [one, two] = [await stored(), await stored({ request_header_key: 'X-Other' })]
    const id = await connect([two, one, two])
    const shown = async () => (await client.get(`/data_connectors/${id}`)).body.token_ids
    assert.deepEqual(await shown(), [two, one])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    await client.patch(`/data_connectors/${id}`, { name: 'Parcels' })
    assert.deepEqual((await client.get(`/data_connectors/${id}?state_version=draft`)).body.token_ids, [two, one])
    assert.deepEqual((await client.patch(`/data_connectors/${id}`, { token_ids: [] })).body.token_ids, [])
    assert.deepEqual(await shown(), [two, one])
  })

  test('are those of the workspace: others are not found', async () => {
    const { token } = await app.createWorkspace()
    const theirs = await app.client({ version: 'Preview', token }).post('/auth_tokens', TEXT)
    assert.equal(theirs.status, 201)
    const id = await connect([])
    for (const token_ids of [[theirs.body.id], ['999999'], ['x'], [await stored(), theirs.body.id]]) {
      const refused = [422, 'Token not found']
      assert.deepEqual(wrong(await client.post('/data_connectors', { name: 'Orders', token_ids })), refused)
      assert.deepEqual(wrong(await client.patch(`/data_connectors/${id}`, { token_ids })), refused)
    }
    assert.deepEqual((await client.get(`/data_connectors/${id}`)).body.token_ids, [])
  })

  test('stand in different headers, none of which is the request’s own', async () => {
    const same = [await stored(), await stored({ request_header_key: 'x-api-key' })]
    const attach = async (token_ids: string[]) => wrong(await client.post('/data_connectors', { name: 'A', token_ids }))
    assert.deepEqual(await attach(same), [422, 'Two tokens cannot be sent in the header x-api-key'])
    const key = async (request_header_key: string) => stored({ request_header_key })
    assert.deepEqual(await attach([await key('authorization'), await granted()]), [
      422,
      'Two tokens cannot be sent in the header Authorization',
    ])
    for (const name of ['Host', 'Content-Length', 'content-type'])
      assert.deepEqual(await attach([await key(name)]), [422, `No token can be sent in the header ${name}`])
  })
})

suite('a text token', () => {
  test('is sent in its header, before a header of the connector, and shown nowhere', async () => {
    const headers = [{ name: 'x-api-key', value: 'of the connector' }]
    const id = await connect([await stored()], { headers })
    const { body, text: words } = await run(id)
    assert.deepEqual([body.success, received.at(-1)!['x-api-key']], [true, 'Key hush-hush'])
    assert.match(body.raw_response_body, /\*\*\*\*/)
    const listed = await client.get(`/data_connectors/${id}/execution_results?include_bodies=true`)
    for (const shown of [words, listed.text]) assert.ok(!shown.includes('hush'), shown)
  })

  test('is kept out of results though its header is one that is shown', async () => {
    const id = await connect([await stored({ request_header_key: 'User-Agent', token_prefix: undefined })])
    const { text: words } = await run(id)
    assert.equal(received.at(-1)!['user-agent'], 'hush-hush')
    assert.ok(!words.includes('hush'), words)
  })

  test('is sent as it is now, also by a connector that is live', async () => {
    const token = await stored()
    const id = await connect([token])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    await client.patch(`/auth_tokens/${token}`, { request_header_key: 'X-New', token_prefix: null })
    await run(id)
    assert.deepEqual([received.at(-1)!['x-new'], received.at(-1)!['x-api-key']], ['hush-hush', undefined])
  })

  test('that came to share a header, or cannot be opened, keeps the request back', async () => {
    const [one, two] = [await stored(), await stored({ request_header_key: 'X-Other' })]
    const id = await connect([one, two])
    await client.patch(`/auth_tokens/${two}`, { request_header_key: 'X-Api-Key' })
    const before = received.length
    const failed = async () => {
      const { error_type, error_message, request_url } = (await run(id)).body
      return [error_type, error_message, request_url]
    }
    const type = 'request_configuration_error'
    assert.deepEqual(await failed(), [type, 'Two tokens cannot be sent in the header X-Api-Key', null])
    await app.db`update auth_tokens set credentials = 'x' where id = ${two}`
    await client.patch(`/auth_tokens/${two}`, { request_header_key: 'X-Other' })
    assert.deepEqual(await failed(), [type, 'The token Orders cannot be read with the key that this server has', null])
    await app.db`delete from auth_tokens where id = ${two}`
    assert.deepEqual(await failed(), [type, 'A token of the data connector is not there', null])
    assert.equal(received.length, before)
  })

  test('with a domain is sent to it and its subdomains alone, and keeps its header', async () => {
    const token = await stored({ domain: 'Localhost.' })
    assert.equal((await client.get(`/auth_tokens/${token}`)).body.domain, 'localhost')
    assert.deepEqual(wrong(await client.patch(`/auth_tokens/${token}`, { request_header_key: 'X-New' })), [
      400,
      'request_header_key of a token with a domain cannot be changed',
    ])
    const before = received.length
    const elsewhere = (await run(await connect([token]))).body
    assert.deepEqual([elsewhere.error_message, received.length], ['The token Orders is sent to localhost only', before])
    const there = (await run(await connect([token], { url: url.replace('127.0.0.1', 'localhost') }))).body
    assert.deepEqual([there.success, received.at(-1)!['x-api-key']], [true, 'Key hush-hush'])
    assert.deepEqual(wrong(await client.post('/auth_tokens', { ...TEXT, domain: 'https://a.example/b' })), [
      400,
      'domain is not a domain, such as example.com',
    ])
  })

  test('does not follow a redirect', async () => {
    const before = received.length
    const { body } = await run(await connect([await stored()], { url: `${url}away` }))
    assert.deepEqual([body.http_status, received.length], [302, before + 1])
  })
})

suite('a token of OAuth', () => {
  test('is fetched with the client credentials, kept for its lifetime, and shown nowhere', async () => {
    const id = await connect([await granted({ scope: 'orders', audience: 'depot.example' })])
    const { body, text: words } = await run(id)
    const [first] = asked.slice(-1)
    assert.deepEqual(
      [first!.url, first!.type, JSON.parse(first!.body)],
      [
        '/token',
        'application/json',
        {
          grant_type: 'client_credentials',
          client_id: 'depot',
          client_secret: 'hush-secret',
          scope: 'orders',
          audience: 'depot.example',
        },
      ],
    )
    const token = `granted-${asked.length}`
    assert.deepEqual([body.success, received.at(-1)!.authorization], [true, `Bearer ${token}`])
    assert.ok(!/granted|hush/.test(words), words)
    await run(id)
    assert.equal(received.at(-1)!.authorization, `Bearer ${token}`)
  })

  test('is asked for by a form where the token says so, and anew once it has expired', async () => {
    expires = 1
    const id = await connect([await granted({ request_format: 'form_encoded' })])
    const before = asked.length
    await run(id)
    await run(id)
    expires = 3600
    const { type, body } = asked.at(-1)!
    assert.deepEqual([asked.length - before, type], [2, 'application/x-www-form-urlencoded'])
    assert.equal(body, 'grant_type=client_credentials&client_id=depot&client_secret=hush-secret')
  })

  test('is nobody else’s, though the client is the same', async () => {
    const [one, two] = [await granted(), await granted()]
    const before = asked.length
    for (const token of [one, two]) await run(await connect([token]))
    assert.equal(asked.length, before + 2)
  })

  test('that is refused with 401 is fetched anew once', async () => {
    const id = await connect([await granted()])
    await run(id)
    const fresh = `granted-${asked.length + 1}`
    taken.add(`Bearer ${fresh}`)
    const { body, text: words } = await run(id)
    assert.deepEqual([body.success, body.http_status, received.at(-1)!.authorization], [true, 200, `Bearer ${fresh}`])
    assert.ok(!words.includes('granted'), words)
    taken.clear()
    taken.add('none')
    const [calls, fetches] = [received.length, asked.length]
    const refused = (await run(id)).body
    taken.clear()
    assert.deepEqual([refused.http_status, refused.error_type], [401, '3rd_party_error'])
    assert.deepEqual([received.length - calls, asked.length - fetches], [2, 1])
  })

  for (const [why, answer, message] of [
    ['a refusal', { status: 400, body: '{"error":"hush-secret"}' }, 'the answer has the status 400'],
    ['a redirect', { status: 307, body: '' }, 'the answer has the status 307'],
    ['no token', { status: 200, body: '{"token":"granted"}' }, 'the answer holds no access_token'],
    ['no JSON', { status: 200, body: 'granted' }, 'the answer holds no access_token'],
    ['null', { status: 200, body: 'null' }, 'the answer holds no access_token'],
    [
      'a token of two lines',
      { status: 200, body: '{"access_token":"a\\r\\nX-A: b"}' },
      'the answer holds no access_token',
    ],
  ] as const)
    test(`that cannot be had, for ${why}, keeps the request back`, async () => {
      const id = await connect([await granted()])
      const before = received.length
      refusal = answer
      const { body } = await run(id)
      refusal = undefined
      assert.deepEqual(
        [body.error_type, body.error_message, body.request_url, body.http_status],
        ['token_refresh_error', `The token Depot could not be fetched: ${message}`, null, null],
      )
      assert.equal(received.length, before)
    })

  test('is asked for by the same way out: an address that is not public is not reached', async () => {
    const id = await connect([await granted({ token_url: 'https://169.254.169.254/token' })])
    const { error_type, error_message } = (await run(id)).body
    assert.deepEqual(
      [error_type, error_message],
      ['token_refresh_error', 'The token Depot could not be fetched: the address is not public'],
    )
  })
})
