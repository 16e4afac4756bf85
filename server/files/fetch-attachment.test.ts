import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { testApp } from '../test/app.ts'
import { fetchAttachment } from './fetch-attachment.task.ts'
import { fetchDue, GIF, startHost } from './test-fetch-scene.ts'

const app = await testApp({ own: true })
const client = app.client()
const host = await startHost()
host.serve('/cat.gif', 'image/gif', GIF)
const contact = (await client.post('/contacts', { email: 'fetched@example.com' })).body
const from = { type: 'user', id: contact.id }
const admin_id = app.workspace.adminId

const begin = async (attachment_urls: string[] = []) =>
  (await client.post('/conversations', { from, body: 'Look', attachment_urls })).body.conversation_id
const reply = async (id: string, attachment_urls: string[], details: object = {}) =>
  (
    await client.post(`/conversations/${id}/reply`, {
      message_type: 'comment',
      type: 'admin',
      admin_id,
      body: 'See',
      attachment_urls,
      ...details,
    })
  ).body
const read = async (id: string) => (await client.get(`/conversations/${id}`)).body
const shown = async (id: string) => (await read(id)).conversation_parts.conversation_parts.at(-1).attachments
const content = (url: string) =>
  app.app.inject({ method: 'GET', url: new URL(url).pathname, headers: { accept: '*/*' } })
const fetches = async (id: string) => [
  ...(await app.db<{ state: string; attempts: number; error: string | null }[]>`
  select state, attempts, error from attachment_fetches
  where workspace_id = ${app.workspace.id} and thread_id = ${id} order by id`),
]

test('a picture is fetched once from its address, measured, and served from here', async () => {
  const id = await begin([host.url('/cat.gif')])
  const before = await read(id)
  assert.deepEqual(before.source.attachments, [
    { type: 'upload', name: 'cat.gif', url: host.url('/cat.gif'), content_type: 'image/gif' },
  ])
  assert.equal(await fetchDue(app), 1)
  const after = await read(id)
  const [{ url, ...attachment }] = after.source.attachments
  assert.deepEqual(attachment, {
    type: 'upload',
    name: 'cat.gif',
    content_type: 'image/gif',
    filesize: GIF.length,
    width: 1,
    height: 1,
  })
  assert.match(url, /^http:\/\/localhost\/files\/\w+\/\d+\/[0-9a-f]{48}\/cat\.gif$/)
  assert.equal(after.updated_at, before.updated_at)
  for (let times = 0; times < 2; times++) {
    const served = await content(url)
    assert.deepEqual([served.headers['content-type'], served.rawPayload], ['image/gif', GIF])
  }
  assert.deepEqual(host.asked, ['/cat.gif'])
})

for (const version of ['2.7', '2.11', '2.18', 'Preview'])
  test(`an answer of ${version} with several addresses keeps their order`, async () => {
    const id = await begin()
    const old = app.client({ version })
    const urls = [host.url('/cat.gif'), host.url('/missing.png'), host.url('/cat.gif')]
    await old.post(`/conversations/${id}/reply`, {
      message_type: 'note',
      type: 'admin',
      admin_id,
      body: 'See',
      attachment_urls: urls,
    })
    assert.equal(await fetchDue(app), 2)
    const { body } = await old.get(`/conversations/${id}`)
    const { attachments } = body.conversation_parts.conversation_parts.at(-1)
    assert.deepEqual(
      attachments.map(({ name, filesize }: any) => [name, filesize]),
      [
        ['cat.gif', GIF.length],
        ['missing.png', undefined],
        ['cat.gif', GIF.length],
      ],
    )
    assert.equal(attachments[1].url, urls[1])
  })

test('a reply to a ticket and its cross-posted notes show the file', async () => {
  const types = (await client.get('/ticket_types')).body.data
  const backOffice =
    types.find((one: any) => one.category === 'Back-office') ??
    (await client.post('/ticket_types', { name: 'Repair', category: 'Back-office' })).body
  const ticket = (await client.post('/tickets', { ticket_type_id: backOffice.id, contacts: [{ id: contact.id }] })).body
  const linked = await begin()
  const link = { linked_conversation_id: linked }
  assert.equal(
    (await app.client({ version: 'Preview' }).post(`/tickets/${ticket.id}/link_conversation`, link)).status < 500,
    true,
  )
  const note = { message_type: 'note', type: 'admin', admin_id, body: 'See', attachment_urls: [host.url('/cat.gif')] }
  assert.equal((await client.post(`/tickets/${ticket.id}/reply`, note)).status, 200)
  await fetchDue(app)
  const parts = (await client.get(`/tickets/${ticket.id}`)).body.ticket_parts.ticket_parts
  assert.equal(parts.at(-1).attachments[0].filesize, GIF.length)
})

test('a failure of the receiver is tried again twice, and then the address stays', async () => {
  const id = await begin()
  host.serve('/busy.png', 'text/plain', 'busy', 503)
  await reply(id, [host.url('/busy.png')])
  assert.equal(await fetchDue(app), 1)
  assert.equal(await fetchDue(app), 0)
  app.clock.advance(10)
  assert.equal(await fetchDue(app), 1)
  assert.deepEqual(await fetches(id), [{ state: 'pending', attempts: 2, error: 'the answer has the status 503' }])
  app.clock.advance(60)
  assert.equal(await fetchDue(app), 1)
  assert.deepEqual(await fetches(id), [{ state: 'failed', attempts: 3, error: 'the answer has the status 503' }])
  assert.equal((await shown(id))[0].url, host.url('/busy.png'))
  app.clock.advance(3600)
  assert.equal(await fetchDue(app), 0)
})

test('an address that could not be fetched in the end is told in the log, once and without its path, and in the metrics', async () => {
  const lines: any[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const failed = async () => {
    const { payload } = await app.app.inject('/metrics')
    return Number(/^parley_attachments\{state="failed"\} (\d+)$/m.exec(payload)![1])
  }
  const before = await failed()
  const id = await begin()
  host.serve('/slow.png?secret', 'text/plain', 'busy', 503)
  await reply(id, [host.url('/gone.png?secret'), host.url('/slow.png?secret'), host.url('/cat.gif')])
  for (const seconds of [10, 60, 0]) {
    await fetchDue(app, 'private', log)
    app.clock.advance(seconds)
  }
  assert.deepEqual(
    lines.map(({ msg, thread, reason }) => [msg, thread, reason]),
    [404, 503].map((status) => [
      'an attachment could not be fetched from its address',
      Number(id),
      `the answer has the status ${status}`,
    ]),
  )
  assert.doesNotMatch(JSON.stringify(lines), /secret|png/)
  await app.db`update attachment_fetches set settled_at = now() where thread_id = ${id}`
  assert.equal(await failed(), before + 2)
  await app.db`update attachment_fetches set settled_at = now() - interval '2 days' where thread_id = ${id}`
  assert.equal(await failed(), before)
})

test('an address that is not public is refused, and its message stays as it is', async () => {
  const id = await begin()
  await reply(id, [host.url('/cat.gif'), 'http://169.254.169.254/latest/meta-data/'])
  const before = host.asked.length
  assert.equal(await fetchDue(app, 'public'), 2)
  assert.deepEqual(
    (await fetches(id)).map(({ state, error }) => [state, error]),
    Array.from({ length: 2 }, () => ['failed', 'the address is not public']),
  )
  assert.equal(host.asked.length, before)
  assert.equal((await shown(id)).length, 2)
})

test('active content is served as a download, whatever its address and its host call it', async () => {
  const page = '<script>alert(1)</script>'
  host.serve('/page.png', 'image/png', page)
  host.serve('/page.html', 'text/html; charset=utf-8', page)
  host.serve('/odd', 'text/html\u00e9', page)
  const id = await begin()
  await reply(id, ['/page.png', '/page.html', '/odd'].map(host.url))
  await fetchDue(app)
  const types = ['application/octet-stream', 'text/html; charset=utf-8', 'application/octet-stream']
  for (const [at, { url, content_type, width }] of (await shown(id)).entries()) {
    assert.deepEqual([content_type, width], [types[at], undefined])
    const { headers } = await content(url)
    assert.match(headers['content-disposition'] as string, /^attachment/)
    assert.match(headers['content-security-policy'] as string, /sandbox/)
  }
})

test('a message that is redacted before its attachment came keeps none', async () => {
  const id = await begin()
  const { conversation_parts } = await reply(id, [host.url('/cat.gif')])
  const part = conversation_parts.conversation_parts.at(-1)
  const redact = { type: 'conversation_part', conversation_id: id, conversation_part_id: part.id }
  assert.equal((await client.post('/conversations/redact', redact)).status, 200)
  await fetchDue(app)
  assert.deepEqual(await shown(id), [])
  const [kept] = await app.db<[{ n: number }]>`
    select count(*)::int as n from files where workspace_id = ${app.workspace.id} and thread_id = ${id}`
  assert.equal(kept.n, 0)
})

test('a job that runs twice keeps one file, and one of a deleted conversation does nothing', async () => {
  const id = await begin([host.url('/cat.gif')])
  const [{ id: fetch_id }] = await app.db<[{ id: number }]>`
    select id from attachment_fetches where workspace_id = ${app.workspace.id} and thread_id = ${id}`
  const payload = { workspace_id: app.workspace.id, fetch_id }
  const deps = { db: app.db, clock: app.clock, reach: 'private' as const }
  await Promise.all([fetchAttachment.run(deps, payload), fetchAttachment.run(deps, payload)])
  const [kept] = await app.db<[{ n: number }]>`
    select count(*)::int as n from files where workspace_id = ${app.workspace.id} and thread_id = ${id}`
  assert.equal(kept.n, 1)
  const gone = await begin([host.url('/cat.gif')])
  await client.delete(`/conversations/${gone}`)
  await fetchDue(app)
  assert.equal((await client.get(`/conversations/${gone}`)).status, 404)
})

test('pictures that come with the request are measured as well', async () => {
  const id = await begin()
  const attachment_files = [
    { content_type: 'image/gif', name: 'dot.gif', data: GIF.toString('base64') },
    { content_type: 'image/png', name: 'not.png', data: Buffer.from('no picture').toString('base64') },
  ]
  await reply(id, [], { attachment_files })
  assert.deepEqual(
    (await shown(id)).map(({ width, height }: any) => [width, height]),
    [
      [1, 1],
      [undefined, undefined],
    ],
  )
})
