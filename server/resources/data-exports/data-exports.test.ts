import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportScene, rowsOf, unzip } from '../../exports/test-scene.ts'
import { testApp, type Client } from '../../test/app.ts'

const app = await testApp()
const now = () => app.clock.now().getTime() / 1000
const DAY = 24 * 3600

const period = (from = now() - DAY, to = now()) => ({ created_at_after: from, created_at_before: to })

async function newContact(client: Client, details: object): Promise<string> {
  return (await client.post('/contacts', details)).body.id
}

const say = (client: Client, adminId: number, id: string, details: object) =>
  client.post('/messages', {
    message_type: 'in_app',
    body: 'Your beans are on their way',
    from: { type: 'admin', id: adminId },
    to: { type: 'user', id },
    ...details,
  })

test('an export goes from pending to completed, and its archive tells who got which message and answered', async () => {
  const { client, workspace, run, download } = await exportScene(app)
  const contact = await newContact(client, { external_id: 'u1', email: 'nora@example.com', name: '=1+1' })
  const message = await say(client, workspace.adminId, contact, { create_conversation_without_contact_reply: true })
  const { conversation_id } = message.body
  app.clock.advance(60)
  const words = { message_type: 'comment', type: 'user', intercom_user_id: contact, body: 'Thanks' }
  assert.equal((await client.post(`/conversations/${conversation_id}/reply`, words)).status, 200)

  const { status, body } = await client.post('/export/content/data', period())
  assert.equal(status, 200)
  const { job_identifier } = body
  assert.match(job_identifier, /^[a-z0-9]{16}$/)
  assert.deepEqual(body, { job_identifier, status: 'pending', download_url: '', download_expires_at: '' })
  const path = `/export/content/data/${job_identifier}`
  assert.deepEqual((await client.get(path)).body, body)
  assert.equal((await download(`/download/content/data/${job_identifier}`)).status, 404)

  const made = now()
  app.clock.advance(30)
  await run(job_identifier)
  const done = (await client.get(path)).body
  assert.equal(done.status, 'completed')
  assert.equal(done.download_expires_at, String(made + 7 * DAY))
  assert.match(done.download_url, new RegExp(`^http://[^/]+/download/content/data/${job_identifier}$`))

  const { headers, bytes } = await download(done.download_url)
  assert.equal(headers['content-type'], 'application/zip')
  assert.match(String(headers['content-disposition']), /^attachment; filename="[\w.-]+"$/)
  const files = await unzip(bytes)
  const at = new Date(made * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  assert.deepEqual(Object.keys(files), [`receipt_${at}.csv`, `reply_${at}.csv`, `overview_${at}.csv`])
  const [receipt] = rowsOf(files[`receipt_${at}.csv`]!)
  assert.equal(Object.keys(receipt!).length, 51)
  assert.equal(receipt!['user_id'], contact)
  assert.equal(receipt!['name'], "'=1+1")
  assert.equal(receipt!['conversation_id'], conversation_id)
  assert.deepEqual([receipt!['company_id'], receipt!['series_id'], receipt!['content_type']], ['-1', '-1', 'Chat'])
  assert.equal(receipt!['received_at'], new Date((made - 60) * 1000).toISOString().replace('.000Z', 'Z'))
  const [reply] = rowsOf(files[`reply_${at}.csv`]!)
  assert.deepEqual(reply, { receipt_id: receipt!['receipt_id'], replied_at: receipt!['first_reply'] })
  const [overview] = rowsOf(files[`overview_${at}.csv`]!)
  assert.deepEqual(
    ['receipt_total', 'reply_total', 'reply_rate', 'open_total'].map((name) => overview![name]),
    ['1', '1', '100', ''],
  )
})

test('a message belongs to the second in which it was sent, both ends of the period included', async () => {
  const { client, workspace, run, download } = await exportScene(app)
  const contact = await newContact(client, { email: 'edge@example.com' })
  const sent = now()
  await say(client, workspace.adminId, contact, {})
  app.clock.advance(100)
  for (const [from, to, status] of [
    [sent, sent, 'completed'],
    [sent + 1, sent + 50, 'no_data'],
    [sent - 50, sent - 1, 'no_data'],
  ] as const) {
    const { job_identifier } = (await client.post('/export/content/data', period(from, to))).body
    await run(job_identifier)
    const { body } = await client.get(`/export/content/data/${job_identifier}`)
    assert.equal(body.status, status)
    if (status === 'no_data') {
      assert.deepEqual([body.download_url, body.download_expires_at], ['', ''])
      assert.equal((await download(`/download/content/data/${job_identifier}`)).status, 404)
    }
  }
})

test('a banner that was shown and dismissed is a receipt with its dismissal', async () => {
  const { client, run, download } = await exportScene(app)
  const contact = await newContact(client, { email: 'banner@example.com' })
  await client.post('/parley/banners', { title: 'Closed on Monday', body: 'We are back on Tuesday', live: true })
  const [shown] = (await client.get(`/contacts/${contact}/banners`)).body.data
  assert.equal((await client.post(`/contacts/${contact}/banners/${shown.view_id}/dismiss`)).status, 200)
  const { job_identifier } = (await client.post('/export/content/data', period())).body
  await run(job_identifier)
  const files = await unzip((await download(`/download/content/data/${job_identifier}`)).bytes)
  const csvOf = (kind: string) => Object.entries(files).find(([name]) => name.startsWith(`${kind}_`))![1]
  const [receipt] = rowsOf(csvOf('receipt'))
  assert.deepEqual([receipt!['content_type'], receipt!['content_title']], ['Banner', 'Closed on Monday'])
  assert.deepEqual(rowsOf(csvOf('dismissal')), [
    { receipt_id: receipt!['receipt_id'], dismissed_at: receipt!['first_dismissal'] },
  ])
})

test('a period that is missing, turned round, or beside an unknown key is refused', async () => {
  const { client } = await exportScene(app)
  const both = period()
  for (const [body, code, message] of [
    [{ created_at_after: 1 }, 'bad_request', "'created_at_before' is a required parameter"],
    [{ created_at_before: 1 }, 'bad_request', "'created_at_after' is a required parameter"],
    [{}, 'bad_request', "'created_at_after' is a required parameter"],
    [period(2, 1), 'bad_request', 'created_at_after is greater than created_at_before'],
    [{ ...both, random_param: 1 }, 'bad_request', "bad 'random_param' parameter"],
  ] as const) {
    const reply = await client.post('/export/content/data', body)
    assert.deepEqual([reply.status, reply.body.errors[0]], [400, { code, message }])
  }
  const text = await client.post('/export/content/data', { ...both, created_at_after: 'yesterday' })
  assert.deepEqual([text.status, text.body.errors[0].code], [400, 'parameter_invalid'])
})

test('a pending job is canceled and never run; one that has ended stays as it is', async () => {
  const { client, workspace, run, kept } = await exportScene(app)
  const contact = await newContact(client, { email: 'cancel@example.com' })
  await say(client, workspace.adminId, contact, {})
  const { job_identifier } = (await client.post('/export/content/data', period())).body
  const canceled = await client.post(`/export/cancel/${job_identifier}`)
  const ended = { job_identifier, status: 'canceled', download_url: '', download_expires_at: '' }
  assert.deepEqual([canceled.status, canceled.body], [200, ended])
  await run(job_identifier)
  assert.deepEqual((await client.get(`/export/content/data/${job_identifier}`)).body, ended)
  assert.deepEqual(await kept(), { files: 0, chunks: 0 })

  const second = (await client.post('/export/content/data', period())).body.job_identifier
  await run(second)
  const completed = (await client.get(`/export/content/data/${second}`)).body
  assert.equal(completed.status, 'completed')
  assert.deepEqual((await client.post(`/export/cancel/${second}`)).body, completed)
})

test('another workspace neither sees, downloads nor cancels an export', async () => {
  const mine = await exportScene(app)
  const contact = await newContact(mine.client, { email: 'mine@example.com' })
  await say(mine.client, mine.workspace.adminId, contact, {})
  const { job_identifier } = (await mine.client.post('/export/content/data', period())).body
  const other = await exportScene(app)
  for (const reply of [
    await other.client.get(`/export/content/data/${job_identifier}`),
    await other.client.post(`/export/cancel/${job_identifier}`),
    await other.client.get(`/export/reporting_data/${job_identifier}`),
    await mine.client.get(`/export/reporting_data/${job_identifier}`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
  await mine.run(job_identifier)
  assert.equal((await other.download(`/download/content/data/${job_identifier}`)).status, 404)
  assert.equal((await mine.download(`/download/reporting_data/${job_identifier}`)).status, 404)
  assert.equal((await mine.download(`/download/content/data/${job_identifier}`)).status, 200)
})

test('with limits a workspace has one job at a time', async () => {
  const limited = await testApp({ limits: 'intercom' })
  const { client, run } = await exportScene(limited)
  const both = { created_at_after: 1, created_at_before: 2 }
  const { job_identifier } = (await client.post('/export/content/data', both)).body
  const { status, body } = await client.post('/export/content/data', both)
  const message = 'Exceeded rate limit of 1 pending message data export jobs'
  assert.deepEqual([status, body.errors[0]], [429, { code: 'rate_limit_exceeded', message }])
  await run(job_identifier)
  assert.equal((await client.post('/export/content/data', both)).status, 200)
})
