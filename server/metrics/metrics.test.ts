import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

test('requests are counted by operation template and status, with their durations', async () => {
  const app = await testApp({ own: true })
  const client = app.client()
  await client.get('/contacts/nobody-1')
  await client.get('/contacts/nobody-2')
  await client.get('/me')
  await client.get('/no/such/path')
  const { payload, headers } = await app.app.inject('/metrics')
  assert.match(String(headers['content-type']), /^text\/plain/)
  const lines = payload.split('\n')
  assert.ok(lines.includes('parley_requests_total{operation="GET /contacts/{contact_id}",status="404"} 2'))
  assert.ok(lines.includes('parley_requests_total{operation="GET /me",status="200"} 1'))
  assert.ok(lines.includes('parley_requests_total{operation="GET (none)",status="404"} 1'))
  assert.ok(lines.includes('parley_request_duration_seconds_count{operation="GET /me"} 1'))
  assert.doesNotMatch(payload, /nobody/)
})

test('the gauges are read from the database: connections, jobs, the outbox, webhooks', async () => {
  const app = await testApp({ own: true })
  const { db, workspace } = app
  const read = async () => {
    const { payload } = await app.app.inject('/metrics')
    return (name: string) =>
      Number(
        payload
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      )
  }
  const before = await read()
  assert.ok(before('parley_database_connections{pool="parley",state="active"}') >= 1)
  assert.deepEqual([before('parley_outbox_lag_seconds'), before('parley_webhook_notifications_waiting')], [0, 0])

  const webhook = { url: 'https://example.com/', topics: ['contact.user.created'] }
  const { body: made } = await app.client().post('/parley/webhooks', webhook)
  await app.client().post('/contacts', { role: 'user', external_id: 'told' })
  await db`update events set created_at = now() - interval '90 seconds' where workspace_id = ${workspace.id}`
  await app.client().post(`/parley/webhooks/${made.id}/ping`)
  await db`select graphile_worker.add_job('prune_events', run_at => now() + interval '1 day')`
  await db`select graphile_worker.add_job('prune_events', job_key => 'spent')`
  await db`update graphile_worker._private_jobs set attempts = max_attempts where key = 'spent'`
  const after = await read()
  assert.ok(after('parley_outbox_lag_seconds') >= 90)
  assert.equal(after('parley_webhook_notifications_waiting'), 1)
  assert.equal(after('parley_jobs{state="failed"}'), before('parley_jobs{state="failed"}') + 1)
  assert.ok(after('parley_jobs{state="scheduled"}') >= 1)
  assert.ok(after('parley_jobs{state="waiting"}') >= 1, 'the ping')
})

test('without a token it opens to this machine, and not through a proxy', async () => {
  const { app } = await testApp()
  const status = async (options: { remoteAddress?: string; headers?: Record<string, string> }) =>
    (await app.inject({ url: '/metrics', ...options })).statusCode
  assert.equal(await status({ remoteAddress: '127.0.0.1' }), 200)
  assert.equal(await status({ remoteAddress: '::1' }), 200)
  assert.equal(await status({ remoteAddress: '::ffff:127.0.0.1' }), 200)
  assert.equal(await status({ remoteAddress: '192.0.2.7' }), 401)
  assert.equal(await status({ headers: { 'x-forwarded-for': '127.0.0.1' } }), 401)
  assert.equal(await status({ headers: { forwarded: 'for=127.0.0.1' } }), 401)
  for (const host of ['localhost:4400', '127.0.0.1:4400', '[::1]:4400'])
    assert.equal(await status({ headers: { host } }), 200, host)
  for (const host of ['help.example.com', 'localhost.example.com', '127.0.0.1.example.com', '192.0.2.7'])
    assert.equal(await status({ headers: { host } }), 401, host)
  const behind = await testApp({ config: { publicUrl: 'https://parley.example' } })
  assert.equal((await behind.app.inject('/metrics')).statusCode, 401)
})

test('with PARLEY_METRICS_TOKEN it opens to that token from anywhere, and to nothing else', async () => {
  const token = 'read-by-prometheus'
  const { app, workspace } = await testApp({ config: { metricsToken: token } })
  const status = async (bearer?: string) =>
    (
      await app.inject({
        url: '/metrics',
        remoteAddress: '192.0.2.7',
        headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
      })
    ).statusCode
  assert.equal(await status(token), 200)
  assert.equal(await status(`${token}x`), 401)
  assert.equal(await status(workspace.token), 401)
  assert.equal(await status(), 401)
  assert.equal((await app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).statusCode, 401)
})
