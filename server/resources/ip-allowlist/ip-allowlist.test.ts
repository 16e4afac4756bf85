import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { until } from '../../test/until.ts'

const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]
const LOCKED_OUT = 'is not on the allowlist. Saving would lock you out of this workspace.'

/** A workspace of a server that stands behind a trusted proxy, and its callers by their addresses. */
async function behindProxy() {
  const app = await testApp({ config: { trustedProxies: ['127.0.0.1'] } })
  const from = (address: string, path = '/me') => app.client({ headers: { 'x-forwarded-for': address } }).get(path)
  return { app, from }
}

test('a new workspace lets everybody in', async () => {
  const app = await testApp()
  assert.deepEqual((await app.client().get('/ip_allowlist')).body, {
    type: 'ip_allowlist',
    enabled: false,
    ip_allowlist: [],
  })
})

test('a list that leaves out its caller cannot be enabled, and stays as it was', async () => {
  const app = await testApp()
  const client = app.client()
  const put = (body: object) => client.put('/ip_allowlist', body)
  assert.deepEqual(refusal(await put({ enabled: true, ip_allowlist: ['10.0.0.0/8'] })), [
    422,
    `Your IP (127.0.0.1) ${LOCKED_OUT}`,
  ])
  assert.deepEqual(refusal(await put({ enabled: true })), [422, `Your IP (127.0.0.1) ${LOCKED_OUT}`])
  assert.deepEqual((await put({ ip_allowlist: ['10.0.0.0/8'] })).body.enabled, false)
  const list = { enabled: true, ip_allowlist: ['127.0.0.0/8', '10.0.0.1', '10.0.0.1'] }
  const { body } = await put(list)
  assert.deepEqual(body, { type: 'ip_allowlist', enabled: true, ip_allowlist: ['127.0.0.0/8', '10.0.0.1'] })
  assert.deepEqual(refusal(await put({ ip_allowlist: ['10.0.0.1'] })), [422, `Your IP (127.0.0.1) ${LOCKED_OUT}`])
  assert.deepEqual((await client.get('/ip_allowlist')).body, body)
  assert.deepEqual(refusal(await put({ ip_allowlist: ['localhost'] })), [
    422,
    "'localhost' is not an IP address or an IP range in CIDR notation",
  ])
})

test('other addresses are refused, in the settings too, and other workspaces are not', async () => {
  const { app, from } = await behindProxy()
  assert.equal((await from('203.0.113.9')).status, 200)
  await app
    .client()
    .put('/ip_allowlist', { enabled: true, ip_allowlist: ['127.0.0.1', '192.0.2.0/24', '2001:db8::/32'] })
  await until(async () => (await from('203.0.113.9')).status === 403)
  for (const address of ['127.0.0.1', '192.0.2.77', '2001:db8::1', '::ffff:192.0.2.1'])
    assert.equal((await from(address)).status, 200, address)
  for (const forwarded of ['192.0.2.77:5555', '[2001:db8::1]:443', '[2001:db8::1]', '203.0.113.9, 192.0.2.77:1'])
    assert.equal((await from(forwarded)).status, 200, forwarded)
  assert.deepEqual(refusal(await from('203.0.113.9:5555')), [
    403,
    'Your IP (203.0.113.9) is not on the allowlist of this workspace',
  ])
  for (const address of ['203.0.113.9', '2001:db9::1', '::ffff:203.0.113.9'])
    for (const path of ['/me', '/parley/workspace'])
      assert.deepEqual(refusal(await from(address, path)), [
        403,
        `Your IP (${address.replace('::ffff:', '')}) is not on the allowlist of this workspace`,
      ])
  const { token } = await app.createWorkspace()
  assert.equal((await app.client({ token, headers: { 'x-forwarded-for': '203.0.113.9' } }).get('/me')).status, 200)
  await app.client().put('/ip_allowlist', { enabled: false })
  await until(async () => (await from('203.0.113.9')).status === 200)
})

test('an IPv4 caller of a server on :: is told, and logged, by the IPv4 address', async () => {
  const { app } = await behindProxy()
  const client = app.client({ headers: { 'x-forwarded-for': '::ffff:192.0.2.1' } })
  const put = (networks: string[]) => client.put('/ip_allowlist', { enabled: true, ip_allowlist: networks })
  assert.deepEqual(refusal(await put(['10.0.0.0/8'])), [422, `Your IP (192.0.2.1) ${LOCKED_OUT}`])
  assert.equal((await put(['192.0.2.1'])).status, 200)
  const [logged] = (await client.get('/admins/activity_logs?created_at_after=1')).body.activity_logs
  assert.equal(logged.performed_by.ip, '192.0.2.1')
})

test('a header of a proxy that is not trusted lets nobody in', async () => {
  const app = await testApp()
  const caller = app.client({ headers: { 'x-forwarded-for': '192.0.2.1' } })
  const sent = await caller.put('/ip_allowlist', { enabled: true, ip_allowlist: ['192.0.2.1'] })
  assert.deepEqual(refusal(sent), [422, `Your IP (127.0.0.1) ${LOCKED_OUT}`])
})

for (const version of ['2.14', '2.18', 'Preview'])
  test(`${version} has the list`, async () => {
    const app = await testApp()
    assert.equal((await app.client({ version }).get('/ip_allowlist')).status, 200)
  })
