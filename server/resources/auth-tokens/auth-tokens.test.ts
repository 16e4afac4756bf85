import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp, testSecrets } from '../../test/app.ts'
import { sealFor } from './auth-token.ts'

const app = await testApp()
const client = app.client()
const PATH = '/auth_tokens'
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]
const TEXT = { name: 'Orders', token_value: 'hush-hush', request_header_key: 'Authorization', token_prefix: 'Bearer' }
const OAUTH = {
  name: 'Depot',
  token_type: 'oauth',
  oauth: { token_url: 'https://login.example.com/token', client_id: 'depot', client_secret: 'hush-hush' },
}

test('a token is stored sealed, and no answer shows its value', async () => {
  const { status, body, text } = await client.post(PATH, { ...TEXT, description: 'For orders' })
  const now = unix(app.clock.now())
  assert.equal(status, 201)
  assert.deepEqual(body, {
    type: 'auth_token',
    id: body.id,
    name: 'Orders',
    description: 'For orders',
    token_type: 'text',
    request_header_key: 'Authorization',
    token_prefix: 'Bearer',
    domain: null,
    created_at: now,
    updated_at: now,
  })
  const shown = await client.get(`${PATH}/${body.id}`)
  assert.deepEqual(shown.body, body)
  assert.ok(![text, shown.text, (await client.get(PATH)).text].some((one) => one.includes('hush')))
  const [row] = await app.db<{ credentials: Buffer }[]>`select credentials from auth_tokens where id = ${body.id}`
  assert.ok(!row!.credentials.includes('hush'))
  assert.equal(testSecrets.open(row!.credentials, sealFor(app.workspace.id, Number(body.id))), 'hush-hush')
})

test('client credentials of OAuth are stored, and cannot be changed', async () => {
  const { status, body, text } = await client.post(PATH, OAUTH)
  assert.deepEqual([status, body.token_type, body.request_header_key, body.token_prefix], [201, 'oauth', null, null])
  assert.ok(!text.includes('hush'))
  assert.deepEqual(refusal(await client.patch(`${PATH}/${body.id}`, { name: 'x' })), [
    400,
    'Only a token of the type text can be changed',
  ])
})

test('the details of a token are changed, its value stays', async () => {
  const { id } = (await client.post(PATH, TEXT)).body
  const sealed = async () =>
    (await app.db<{ credentials: Buffer }[]>`select credentials from auth_tokens where id = ${id}`)[0]!.credentials
  const before = await sealed()
  app.clock.advance(5)
  const changes = { name: ' Refunds ', request_header_key: 'X-Api-Key', token_prefix: null }
  const { body } = await client.patch(`${PATH}/${id}`, changes)
  assert.partialDeepStrictEqual(body, {
    name: 'Refunds',
    request_header_key: 'X-Api-Key',
    token_prefix: null,
    updated_at: unix(app.clock.now()),
  })
  assert.deepEqual(await sealed(), before)
})

for (const [name, value] of [
  ['token_value', 'other'],
  ['token_value', ''],
  ['oauth', OAUTH.oauth],
  ['domain', 'elsewhere.example'],
  ['domain', null],
  ['token_type', 'oauth'],
] as const)
  test(`a change of ${name} to ${JSON.stringify(value)} is refused, with all that comes with it`, async () => {
    const { id } = (await client.post(PATH, { ...TEXT, domain: 'orders.example' })).body
    const reply = await client.patch(`${PATH}/${id}`, { name: 'Refunds', [name]: value })
    assert.deepEqual(refusal(reply), [400, `${name} cannot be changed: create another token`])
    assert.equal((await client.get(`${PATH}/${id}`)).body.name, 'Orders')
  })

test('a token that is written back as it was read is taken, and stays as it was', async () => {
  for (const domain of ['orders.example', null]) {
    const { body } = await client.post(PATH, { ...TEXT, domain })
    const back = await client.patch(`${PATH}/${body.id}`, { ...body, token_value: null })
    assert.deepEqual([back.status, { ...back.body, updated_at: body.updated_at }], [200, body])
  }
})

for (const [title, body, message] of [
  ['without a value', { ...TEXT, token_value: '' }, 'token_value is a required parameter'],
  ['without a header', { ...TEXT, request_header_key: null }, 'request_header_key is a required parameter'],
  [
    'with two lines in its value',
    { ...TEXT, token_value: 'a\r\nX-Other: b' },
    'token_value has signs that a header cannot carry',
  ],
  [
    'with a header that is none',
    { ...TEXT, request_header_key: 'X Key' },
    'request_header_key is not the name of a header',
  ],
  ['with a blank value', { ...TEXT, token_value: ' ' }, 'token_value is a required parameter'],
  [
    'with two lines in its prefix',
    { ...TEXT, token_prefix: 'a\nb' },
    'token_prefix has signs that a header cannot carry',
  ],
  ['with a blank header', { ...TEXT, request_header_key: ' ' }, 'request_header_key is not the name of a header'],
  ['of both types', { ...TEXT, oauth: OAUTH.oauth }, 'oauth is only for tokens of the type oauth'],
  ['of OAuth with a value', { ...OAUTH, token_value: 'x' }, 'token_value is only for tokens of the type text'],
  ['of OAuth without credentials', { ...OAUTH, oauth: null }, 'oauth is a required parameter'],
  [
    'of OAuth over http',
    { ...OAUTH, oauth: { ...OAUTH.oauth, token_url: 'http://login.example.com' } },
    'oauth.token_url must be an https address',
  ],
  [
    'of OAuth with a password in its address',
    { ...OAUTH, oauth: { ...OAUTH.oauth, token_url: 'https://us:pw@login.example.com' } },
    'oauth.token_url must not hold credentials',
  ],
] as const)
  test(`a token ${title} is refused`, async () => {
    assert.deepEqual(refusal(await client.post(PATH, body)), [400, message])
  })

const OWN = ['Content-Length', 'HOST', 'transfer-encoding', 'Connection', 'Keep-Alive', 'TE', 'Trailer', 'Upgrade']

for (const name of [...OWN, 'Expect', 'Proxy-Connection', 'Accept-Encoding', ' Content-Type '])
  test(`a token in the header ${name}, which is the request's own, is neither stored nor moved to it`, async () => {
    const refused = [400, `No token can be sent in the header ${name.trim()}`]
    assert.deepEqual(refusal(await client.post(PATH, { ...TEXT, request_header_key: name })), refused)
    const { id } = (await client.post(PATH, TEXT)).body
    assert.deepEqual(refusal(await client.patch(`${PATH}/${id}`, { request_header_key: name })), refused)
  })

test('spaces around a value, a header and a prefix are not part of them', async () => {
  const spaced = { token_value: ' hush-hush ', request_header_key: ' X-Key ', token_prefix: 'Bearer ' }
  const { body } = await client.post(PATH, { ...TEXT, ...spaced })
  assert.deepEqual([body.request_header_key, body.token_prefix], ['X-Key', 'Bearer'])
  const [row] = await app.db<{ credentials: Buffer }[]>`select credentials from auth_tokens where id = ${body.id}`
  assert.equal(testSecrets.open(row!.credentials, sealFor(app.workspace.id, Number(body.id))), 'hush-hush')
  const changed = (await client.patch(`${PATH}/${body.id}`, { request_header_key: ' X-New ', token_prefix: ' ' })).body
  assert.deepEqual([changed.request_header_key, changed.token_prefix], ['X-New', null])
})

test('tokens are listed newest first, by a cursor', async () => {
  const own = app.client({ token: (await app.createWorkspace()).token })
  const ids: string[] = []
  for (let at = 0; at < 3; at++) ids.unshift((await own.post(PATH, TEXT)).body.id)
  const first = (await own.get(`${PATH}?per_page=2`)).body
  const second = (await own.get(`${PATH}?per_page=2&starting_after=${first.pages.next.starting_after}`)).body
  assert.deepEqual(
    [...first.data, ...second.data].map(({ id }) => id),
    ids,
  )
  assert.deepEqual(second.pages, { type: 'pages', per_page: 2, next: null })
  assert.equal((await own.get(`${PATH}?per_page=51`)).body.pages.per_page, 50)
  assert.equal((await own.get(`${PATH}?starting_after=abc`)).status, 400)
})

test("another workspace's tokens are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await client.post(PATH, TEXT)).body
  const missing = [404, 'Auth token not found']
  assert.deepEqual(refusal(await theirs.get(`${PATH}/${id}`)), missing)
  assert.deepEqual(refusal(await theirs.patch(`${PATH}/${id}`, { name: 'x' })), missing)
  assert.deepEqual(refusal(await client.get(`${PATH}/abc`)), missing)
})
