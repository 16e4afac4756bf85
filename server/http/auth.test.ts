import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createToken, listTokens, revokeToken } from '../resources/tokens/access-tokens.ts'
import { testApp } from '../test/app.ts'
import { until } from '../test/until.ts'

const app = await testApp()
const { token } = app.workspace
const me = (authorization?: string) =>
  app.app.inject({ method: 'GET', url: '/me', headers: authorization === undefined ? {} : { authorization } })

for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR'])
  test(`${scheme} opens the workspace`, async () => {
    assert.equal((await me(`${scheme} ${token}`)).statusCode, 200)
  })

test('Basic with the token as the user name opens it, with and without a colon', async () => {
  assert.equal((await me(`Basic ${Buffer.from(`${token}:`).toString('base64')}`)).statusCode, 200)
  assert.equal((await me(`basic ${Buffer.from(token).toString('base64')}`)).statusCode, 200)
})

for (const header of [
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Bearer wrong',
  'Basic ',
  'Basic !!!',
  `Token ${token}`,
  token,
])
  test(`${JSON.stringify(header?.replace(token, '<token>'))} is refused`, async () => {
    const reply = await me(header)
    assert.equal(reply.statusCode, 401)
    const { type, errors, request_id } = reply.json()
    assert.equal(type, 'error.list')
    assert.deepEqual(errors, [{ code: 'unauthorized', message: 'Access Token Invalid' }])
    assert.equal(request_id, reply.headers['x-request-id'])
  })

test('a revoked token is refused at once, though it was in use', async () => {
  const { id, token: other } = await createToken(app.db, app.workspace.id, { name: 'revoked', now: app.clock.now() })
  assert.equal((await me(`Bearer ${other}`)).statusCode, 200)
  await revokeToken(app.db, app.workspace.id, id, app.clock.now())
  // The database's notice is on its way; it is not waited for a second request.
  await until(async () => (await me(`Bearer ${other}`)).statusCode === 401)
})

test('the token itself is not in the database', async () => {
  const rows = await app.db`select to_jsonb(t)::text as row from tokens t where workspace_id = ${app.workspace.id}`
  assert.ok(rows.length > 0)
  for (const { row } of rows) assert.ok(!row.includes(token))
  assert.equal((await listTokens(app.db, app.workspace.id)).length, rows.length)
})

test('under the limits of the API an answer tells what is left, and one too many is refused', async () => {
  const limited = await testApp({ limits: 'intercom' })
  const client = limited.client()
  const first = await client.get('/me')
  const limit = Number(first.headers['x-ratelimit-limit'])
  assert.equal(Number(first.headers['x-ratelimit-remaining']), limit - 1)
  for (let n = 1; n < limit; n++)
    await limited.app.inject({ url: '/me', headers: { authorization: `Bearer ${limited.workspace.token}` } })
  const refused = await client.get('/me')
  assert.equal(refused.status, 429)
  assert.equal(refused.body.errors[0].code, 'rate_limit_exceeded')
  limited.clock.advance(10)
  assert.equal((await client.get('/me')).status, 200)
})
