/** Every variable that the help names, and its effect on a server. One that is added without an effect here fails by name. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { startModel, type TestModel } from '../server/answerer/test-model.ts'
import { Environment } from '../server/config.ts'
import { findRunning } from '../server/db/embedded.ts'
import { openPool } from '../server/db/pool.ts'
import { startMailServer, type TestMailServer } from '../server/mail/test-mail-server.ts'
import { prepareFolder } from '../server/test/prepared-folder.ts'
import { scratchFolder } from '../server/test/scratch-folder.ts'
import { until } from '../server/test/until.ts'
import { run, runHere, startServer, type Running } from './test-server.ts'

const DAY = 86_400
const TOKEN = randomBytes(24).toString('hex')
const METRICS_TOKEN = randomBytes(24).toString('hex')
const PUBLIC_URL = 'https://parley.example/support'
const dataOf = (name: string) => join(folder, name)
let folder: string
let freePort: number
/** A server with nothing set but where it lives, and one with every variable set. */
let plain: Running
let configured: Running
let mailServer: TestMailServer
let model: TestModel
const receiver = createServer((_request, response) => response.end())

/** The outcome of a webhook's ping to this machine. */
async function ping(server: Running): Promise<string> {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const { body: webhook } = await server.send('POST', '/parley/webhooks', { url, topics: ['company.created'] })
  await server.send('POST', `/parley/webhooks/${webhook.id}/ping`, {})
  const tried = async () => (await server.get(`/parley/webhooks/${webhook.id}/attempts`)).body.data[0]
  await until(async () => (await tried()) !== undefined, 'the ping is not tried')
  return (await tried()).status
}

/** The public address that a job tells of an article that it publishes as planned. */
async function publishedAddress(server: Running, name: string): Promise<string> {
  const { body: center } = await server.send('POST', '/parley/help_centers', {
    identifier: `planned-${name}`,
    display_name: 'Planned',
  })
  await server.send('PUT', `/parley/help_centers/${center.id}`, { website_turned_on: true })
  const { body: parent } = await server.send('POST', '/help_center/collections', {
    name: 'Planned',
    help_center_id: Number(center.id),
  })
  const { status, body: article } = await server.send('POST', '/articles', {
    title: 'Planned',
    author_id: Number((await server.get('/me')).body.id),
    parent_id: parent.id,
    parent_type: 'collection',
    state: 'published',
    scheduled_publish_at: new Date(Date.now() + 2000).toISOString(),
  })
  assert.equal(status, 200, JSON.stringify(article))
  const db = openPool(findRunning(dataOf(name))!.address!, { max: 1 })
  try {
    const told = () => db<{ url: string }[]>`
      select item ->> 'url' as url from events
      where item ->> 'id' = ${article.id} and item ->> 'type' = 'article' and item ->> 'url' <> ''`
    await until(async () => (await told()).length > 0, 'the article is not published')
    return (await told())[0]!.url
  } finally {
    await db.end({ timeout: 1 })
  }
}

/** True if the month of an event of 200 days ago is there after the task that looks after months has run. */
async function keepsOldMonth(server: Running, name: string): Promise<boolean> {
  await server.send('POST', '/contacts', { external_id: 'old' })
  const created_at = Math.floor(Date.now() / 1000) - 200 * DAY
  const { status } = await server.send('POST', '/events', {
    event_name: 'old',
    external_id: 'old',
    user_id: 'old',
    created_at,
  })
  assert.equal(status, 202)
  const [year, month] = new Date(created_at * 1000).toISOString().split('-')
  const db = openPool(findRunning(dataOf(name))!.address!, { max: 1 })
  try {
    const isThere = async () =>
      (
        await db`select from pg_tables where schemaname = 'partitions' and tablename = ${`data_events_${year}_${month}`}`
      ).length > 0
    assert.ok(await isThere(), 'the event made its month')
    await db`select graphile_worker.add_job('keep_event_months')`
    const isDone = async () =>
      (await db`select from graphile_worker.jobs where task_identifier = 'keep_event_months'`).length === 0
    await until(isDone)
    return await isThere()
  } finally {
    await db.end()
  }
}

/** Writes an e-mail to a contact. */
async function writeMail(server: Running): Promise<void> {
  const { body: contact } = await server.send('POST', '/contacts', { external_id: 'mail', email: 'mail@example.com' })
  const message = { message_type: 'email', template: 'plain', subject: 'Hello', body: 'Hello' }
  const to = { type: 'user', id: contact.id }
  assert.equal((await server.send('POST', '/messages', { ...message, to })).status, 200)
}

/** The answers to two searches of a help center. */
async function searchTwice(server: Running): Promise<number[]> {
  const [{ id, identifier }] = (await server.get('/parley/help_centers')).body.data
  await server.send('PUT', `/parley/help_centers/${id}`, { website_turned_on: true })
  const search = async () => (await server.get(`/help/${identifier}/en/search/suggest?q=oil`)).status
  return [await search(), await search()]
}

/** Asks the AI agent. */
async function ask(server: Running): Promise<any> {
  const message = { author: 'user', body: 'Which oil?', timestamp: '2026-01-15T12:00:00Z' }
  const body = { conversation_id: 'asked', message, user: { id: 'asking' } }
  const reply = await server.send('POST', '/fin/start', body)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body
}

/** The answer to a second scroll beside the first. */
async function scrollTwice(server: Running): Promise<number> {
  await server.send('POST', '/companies', { company_id: 'scrolled', name: 'Scrolled' })
  assert.equal((await server.get('/companies/scroll')).status, 200)
  return (await server.get('/companies/scroll')).status
}

/** Counts the connections of a server to its database after many parallel reads and writes. */
async function connectionsOf(server: Running, name: string): Promise<number> {
  const asked = Array.from({ length: 60 }, (_, n) =>
    n % 2
      ? server.get('/contacts')
      : server.send('POST', '/contacts/bulk', { contacts: [{ external_id: `many ${n}` }] }),
  )
  await Promise.all(asked)
  const db = openPool(findRunning(dataOf(name))!.address!, { max: 1 })
  try {
    const [row] = await db<{ count: number }[]>`
      select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    return row!.count
  } finally {
    await db.end()
  }
}

const workspaceName = async (server: Running) => (await server.get('/me')).body.app.name

const serversOf = async (server: Running) => (await server.get('/openapi/2.11.json')).body.servers

/** Without a token, unless the headers have one. */
const statusOf = async (server: Running, path: string, headers: Record<string, string> = {}) =>
  (await fetch(server.url + path, { headers })).status

const EFFECTS: Record<string, () => Promise<void> | void> = {
  PORT: () => assert.equal(new URL(configured.url).port, String(freePort)),
  HOST: () => {
    assert.equal(new URL(configured.url).hostname, 'localhost')
    assert.equal(new URL(plain.url).hostname, '127.0.0.1')
  },
  PARLEY_PUBLIC_URL: async () => {
    assert.deepEqual(await serversOf(configured), [{ url: PUBLIC_URL }])
    assert.deepEqual(await serversOf(plain), [{ url: plain.url }])
    const [told, toldOfPlain] = await Promise.all([
      publishedAddress(configured, 'configured'),
      publishedAddress(plain, 'plain'),
    ])
    assert.ok(told.startsWith(`${PUBLIC_URL}/help/`), told)
    assert.ok(toldOfPlain.startsWith(`${plain.url}/help/`), toldOfPlain)
  },
  PARLEY_TRUSTED_PROXIES: async () => {
    const forwarded = { 'x-forwarded-proto': 'ftp' }
    assert.deepEqual(
      [await statusOf(configured, '/me', forwarded), await statusOf(plain, '/me', forwarded)],
      [400, 401],
    )
  },
  PARLEY_METRICS_TOKEN: async () => {
    assert.deepEqual([await statusOf(plain, '/metrics'), await statusOf(configured, '/metrics')], [200, 401])
    assert.equal(await statusOf(configured, '/metrics', { authorization: `Bearer ${METRICS_TOKEN}` }), 200)
  },
  DATABASE_URL: () => {
    const { status, stderr } = run(['migrate'], { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/elsewhere' })
    assert.equal(status, 1)
    assert.match(stderr, /^parley: DATABASE_URL \(127\.0\.0\.1:1\/elsewhere\): /)
    assert.doesNotMatch(stderr, /secret/)
  },
  PARLEY_DB_CONNECTIONS: async () => {
    const [few, usual] = [await connectionsOf(configured, 'configured'), await connectionsOf(plain, 'plain')]
    assert.ok(few <= 15 && usual > 15 && usual <= 24, `${few} ${usual}`)
  },
  PARLEY_DATA_DIR: () => {
    for (const name of ['plain', 'configured']) assert.ok(existsSync(join(dataOf(name), 'postgres/PG_VERSION')), name)
  },
  PARLEY_ACCESS_TOKEN: async () => {
    assert.equal((await configured.get('/me', TOKEN)).status, 200)
    assert.equal((await plain.get('/me', TOKEN)).status, 401)
  },
  SMTP_URL: async () => {
    await Promise.all([configured, plain].map(writeMail))
    await until(() => mailServer.taken.length > 0, 'no mail came to the mail server')
    assert.deepEqual(mailServer.taken[0]!.to, ['mail@example.com'])
    assert.equal(existsSync(join(dataOf('configured'), 'mailbox')), false)
    await until(() => existsSync(join(dataOf('plain'), 'mailbox')), 'no mail came to the mailbox')
  },
  PARLEY_MAIL_DOMAIN: async () => {
    await until(() => mailServer.taken.length > 0, 'no mail came to the mail server')
    assert.match(mailServer.taken[0]!.from, /^bounce\+[\w-]+@mail\.parley\.example$/)
  },
  PARLEY_LIMITS: async () => {
    assert.deepEqual([await scrollTwice(configured), await scrollTwice(plain)], [400, 200])
    assert.equal((await configured.get('/me')).headers.get('x-ratelimit-limit'), '1667')
  },
  PARLEY_SITE_SEARCHES: async () =>
    assert.deepEqual(
      [await searchTwice(configured), await searchTwice(plain)],
      [
        [200, 429],
        [200, 200],
      ],
    ),
  PARLEY_EVENT_DAYS: async () => {
    assert.equal(await keepsOldMonth(configured, 'configured'), false)
    assert.equal(await keepsOldMonth(plain, 'plain'), true)
  },
  PARLEY_SECRET_KEY: () => {
    assert.equal(existsSync(join(dataOf('configured'), 'secret-key')), false)
    assert.equal(existsSync(join(dataOf('plain'), 'secret-key')), true)
  },
  PARLEY_ANSWERER_URL: async () => {
    await ask(configured)
    await until(() => model.asked.length > 0, 'the model was not asked')
    assert.equal(model.asked[0]!.url, '/v1/chat/completions')
    const { intercom_conversation_id: id } = await ask(plain)
    const said = async () => (await plain.get(`/conversations/${id}`)).body.conversation_parts.total_count
    await until(async () => (await said()) > 0, 'the question is not answered')
    assert.equal(model.asked.length, 1)
  },
  PARLEY_ANSWERER_KEY: async () => {
    await until(() => model.asked.length > 0, 'the model was not asked')
    assert.equal(model.asked[0]!.headers.authorization, 'Bearer sk-environment')
  },
  PARLEY_ANSWERER_MODEL: async () => {
    await until(() => model.asked.length > 0, 'the model was not asked')
    assert.equal(model.asked[0]!.body.model, 'small-one')
  },
  PARLEY_PRIVATE_URLS: async () => {
    assert.equal(await ping(configured), 'delivered')
    assert.equal(await ping(plain), 'delivered', 'to this machine, where nobody else reaches the server')
    const webhook = { url: 'http://10.1.2.3/', topics: ['company.created'] }
    assert.equal((await configured.send('POST', '/parley/webhooks', webhook)).status, 200)
    const { status, body } = await plain.send('POST', '/parley/webhooks', webhook)
    assert.equal(status, 400)
    assert.match(body.errors[0].message, /PARLEY_PRIVATE_URLS=1/)
  },
  PARLEY_DEMO: async () => {
    assert.equal(await workspaceName(configured), 'Fernhill Coffee')
    assert.notEqual(await workspaceName(plain), 'Fernhill Coffee')
  },
  LOG_LEVEL: () => {
    assert.match(configured.output(), /^\{"level":20,/m)
    assert.doesNotMatch(configured.output(), /Spawned/)
    assert.match(plain.output(), /"method":"POST","path":"\/companies","status":200/)
    for (const server of [configured, plain]) assert.ok(!server.output().includes(server.token))
    assert.doesNotMatch(plain.output(), /^\{"level":20,/m)
  },
}

/** A port that nobody has just now. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

suite('each variable', { timeout: 300_000 }, () => {
  before(async () => {
    folder = scratchFolder()
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
    freePort = await findFreePort()
    mailServer = await startMailServer()
    model = await startModel()
    for (const name of ['plain', 'configured']) await prepareFolder(dataOf(name))
    const started = [
      startServer({ PORT: '0', PARLEY_DATA_DIR: dataOf('plain') }),
      startServer({
        PORT: String(freePort),
        HOST: 'localhost',
        PARLEY_DB_CONNECTIONS: '15',
        PARLEY_DATA_DIR: dataOf('configured'),
        PARLEY_ACCESS_TOKEN: TOKEN,
        PARLEY_PUBLIC_URL: `${PUBLIC_URL}/`,
        PARLEY_TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1',
        PARLEY_METRICS_TOKEN: METRICS_TOKEN,
        SMTP_URL: mailServer.url,
        PARLEY_MAIL_DOMAIN: 'Mail.Parley.example',
        PARLEY_LIMITS: 'intercom',
        PARLEY_SITE_SEARCHES: '1',
        PARLEY_EVENT_DAYS: '90',
        PARLEY_ANSWERER_URL: model.url,
        PARLEY_ANSWERER_KEY: 'sk-environment',
        PARLEY_ANSWERER_MODEL: 'small-one',
        PARLEY_SECRET_KEY: randomBytes(32).toString('hex'),
        PARLEY_PRIVATE_URLS: '1',
        PARLEY_DEMO: '1',
        LOG_LEVEL: 'debug',
      }),
    ]
    ;[plain, configured] = (await Promise.all(started)) as [Running, Running]
  })
  after(async () => {
    receiver.close()
    model.close()
    await Promise.all([plain?.stop(), configured?.stop()])
    await mailServer.close()
    rmSync(folder, { recursive: true })
  })

  test('has an effect that is named here, and stands in the help', async () => {
    const known = Object.keys(Environment.properties)
    assert.deepEqual(known.toSorted(), Object.keys(EFFECTS).toSorted())
    const listed = /variables: (.*?) \(see/s.exec(await runHere(['--help'], {}))![1]!.split(/,\s+/)
    assert.deepEqual(listed.toSorted(), known.toSorted())
  })

  for (const [name, check] of Object.entries(EFFECTS)) test(`${name} changes what the server does`, async () => check())
})
