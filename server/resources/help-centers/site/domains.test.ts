import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { until } from '../../../test/until.ts'

const app = await testApp({ own: true, config: { limits: 'off', trustedProxies: ['10.0.0.1'] } })
const client = app.client()
const author_id = app.workspace.adminId
const PATH = '/parley/help_centers'
const [{ id: center, identifier }] = (await client.get(PATH)).body.data
const DOMAIN = 'help.roaster.example'
const site = await client.put(`${PATH}/${center}`, {
  website_turned_on: true,
  custom_domain: DOMAIN,
  locales: ['en', 'de'],
})
const collection = (await client.post('/help_center/collections', { name: 'Grinders' })).body
const article = (
  await client.post('/articles', {
    title: 'Clean the burrs',
    body: '<p>Use a brush.</p>',
    author_id,
    state: 'published',
    parent_id: collection.id,
  })
).body

const visit = (url: string, host = DOMAIN, more: object = {}) =>
  app.app.inject({ url, headers: { host, accept: 'text/html', ...more }, ...more })
const isOpen = async (host: string) => (await visit('/en', host)).statusCode === 200
const opens = (host: string) => until(() => isOpen(host), `${host} does not open`)
const shuts = (host: string) => until(async () => !(await isOpen(host)), `${host} does not shut`)

test('a help center answers on its own domain, without its place in the addresses of the server', async () => {
  assert.equal(site.body.url, `https://${DOMAIN}`)
  await opens(DOMAIN)
  assert.equal(article.url, `https://${DOMAIN}/en/articles/${article.id}-clean-the-burrs`)
  const page = await visit(new URL(article.url).pathname)
  assert.equal(page.statusCode, 200)
  assert.match(page.payload, /Use a brush/)
  assert.doesNotMatch(page.payload, /\/help\//)
  assert.ok(page.payload.includes(`<link rel="canonical" href="${article.url}">`))
  const root = await visit('/')
  assert.deepEqual([root.statusCode, root.headers.location], [302, '/en'])
})

test('the same page on the host of the server names the own domain as its address', async () => {
  const page = await visit(`/help/${identifier}/en/articles/${article.id}-clean-the-burrs`, 'localhost')
  assert.equal(page.statusCode, 200)
  assert.ok(page.payload.includes(`<link rel="canonical" href="${article.url}">`))
})

test('the host is read in any letter case, with its port, and as a trusted proxy forwards it', async () => {
  await opens(DOMAIN)
  for (const host of ['HELP.Roaster.Example', `${DOMAIN}:8443`])
    assert.equal((await visit('/en', host)).statusCode, 200)
  const forwarded = (remoteAddress: string) =>
    app.app.inject({ url: '/en', remoteAddress, headers: { host: 'inside', 'x-forwarded-host': DOMAIN } })
  assert.equal((await forwarded('10.0.0.1')).statusCode, 200)
  assert.equal((await forwarded('10.0.0.2')).statusCode, 404)
})

test('an own domain shows its help center to readers, and no other host shows it by its path', async () => {
  for (const path of ['/contacts', '/me', `/help/${identifier}/en`])
    assert.equal((await visit(path)).statusCode, 404, path)
  for (const path of [`/help/${DOMAIN}/en`, '/en'])
    assert.notEqual((await visit(path, 'localhost')).statusCode, 200, path)
})

/** The address of a file that an admin sends. */
async function fileOf(workspace: { adminId: number }, caller: typeof client): Promise<string> {
  const { id } = (await caller.post('/contacts', { role: 'lead' })).body
  const { conversation_id } = (await caller.post('/conversations', { from: { type: 'contact', id }, body: 'Hi' })).body
  const reply = await caller.post(`/conversations/${conversation_id}/reply`, {
    message_type: 'comment',
    type: 'admin',
    admin_id: workspace.adminId,
    body: 'See',
    attachment_files: [{ content_type: 'image/png', name: 'a.png', data: Buffer.from('numbat').toString('base64') }],
  })
  return reply.body.conversation_parts.conversation_parts.at(-1).attachments[0].url
}

test("files of the workspace load on its own domain, and another workspace's do not", async () => {
  await opens(DOMAIN)
  const address = await fileOf(app.workspace, client)
  const path = new URL(address).pathname
  const file = await visit(path)
  assert.deepEqual([file.statusCode, file.headers['content-type'], file.payload], [200, 'image/png', 'numbat'])
  const theirs = await app.createWorkspace()
  const other = new URL(await fileOf(theirs, app.client({ token: theirs.token }))).pathname
  assert.equal((await visit(other, 'localhost')).statusCode, 200)
  assert.equal((await visit(other)).statusCode, 404)
  const body = `<p><img src="${address}" alt="A"></p>`
  const shown = (
    await client.post('/articles', { title: 'Shown', body, author_id, state: 'published', parent_id: collection.id })
  ).body
  for (const [page, host] of [
    [new URL(shown.url).pathname, DOMAIN],
    [`/help/${identifier}${new URL(shown.url).pathname}`, 'localhost'],
  ] as const) {
    const { payload } = await visit(page, host)
    assert.ok(payload.includes(` src="${path}"`), host)
    assert.ok(payload.includes(`<meta property="og:image" content="https://${DOMAIN}${path}">`), host)
    assert.ok(payload.includes(`"image":"https://${DOMAIN}${path}"`), host)
  }
})

test('a domain belongs to one help center of the server, and never is its own host', async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const [{ id }] = (await theirs.get(PATH)).body.data
  for (const reply of [
    await theirs.put(`${PATH}/${id}`, { custom_domain: DOMAIN.toUpperCase() }),
    await theirs.post(PATH, { identifier: 'second-of-theirs', display_name: 'Theirs', custom_domain: DOMAIN }),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [409, 'conflict'])
  assert.equal((await client.put(`${PATH}/${center}`, { custom_domain: DOMAIN })).status, 200)
  const wanted = ['one', 'two'].map((name) =>
    theirs.post(PATH, { identifier: `wants-${name}`, display_name: name, custom_domain: 'wanted.example.com' }),
  )
  assert.deepEqual((await Promise.all(wanted)).map(({ status }) => status).toSorted(), [200, 409])
  const onHost = app.client({ headers: { host: 'api.roaster.example' } })
  const own = await onHost.put(`${PATH}/${center}`, { custom_domain: 'api.roaster.example' })
  assert.deepEqual([own.status, own.body.errors[0].code], [400, 'parameter_invalid'])
})

test('a domain that is moved, or whose site is closed, leads nowhere', async () => {
  await opens(DOMAIN)
  await client.put(`${PATH}/${center}`, { custom_domain: 'new.roaster.example' })
  await shuts(DOMAIN)
  await opens('new.roaster.example')
  await client.put(`${PATH}/${center}`, { website_turned_on: false })
  await shuts('new.roaster.example')
  await client.put(`${PATH}/${center}`, { website_turned_on: true, custom_domain: DOMAIN })
  await opens(DOMAIN)
})

test('the API, the settings and probes answer on every host, and no address of a machine is a domain', async () => {
  const api = await visit('/me', DOMAIN, { authorization: `Bearer ${app.workspace.token}`, accept: '*/*' })
  assert.equal(api.statusCode, 200)
  for (const path of ['/healthz', '/readyz', '/docs', '/openapi/2.18.json'])
    assert.equal((await visit(path, DOMAIN, { accept: '*/*' })).statusCode, 200, path)
  for (const custom_domain of ['192.0.2.2', '10.1'])
    assert.equal((await client.put(`${PATH}/${center}`, { custom_domain })).status, 400, custom_domain)
})
