/**
 * Reach: each route of the server × each kind of caller, as a kept table. Where a change of it is meant, `npm run
 * reach` writes it anew.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'
import { createToken } from '../../resources/tokens/access-tokens.ts'
import { anotherAddress } from '../addresses.ts'
import { makeWorld } from '../world.ts'
import { makeCallers } from './callers.ts'
import { OPEN } from './open.ts'
import { appWithRoutes } from './routes.ts'
import { complaintsOf, printTable, tableOf } from './table.ts'

/** Open to anyone, for what is looked for here to be found. */
const PLANTED = '/planted/:contact_id'
const isPlanted = ({ url }: { url: string }) => url === PLANTED

const { home, routes } = await appWithRoutes((server) => {
  server.get(PLANTED, () => 'open to anyone')
})
const { app } = home
const world = await makeWorld(home, 'numbat')
const callers = await makeCallers(home, world)

/** The address of an attachment, of a conversation that no route is asked to delete. */
const { body: writer } = await world.client.post('/contacts', { external_id: 'writer' })
const { body: message } = await world.client.post('/conversations', {
  from: { type: 'user', id: writer.id },
  body: 'Hello',
})
const { body: answered } = await world.client.post(`/conversations/${message.conversation_id}/reply`, {
  message_type: 'comment',
  type: 'user',
  intercom_user_id: writer.id,
  body: 'Here',
  attachment_files: [{ content_type: 'image/png', name: 'a.png', data: Buffer.from('numbat').toString('base64') }],
})
const file = new URL(answered.conversation_parts.conversation_parts.at(-1).attachments[0].url).pathname
const { links, stream: told } = (
  await world.client.post('/conversations/stream_tokens', { intercom_user_id: writer.id })
).body
const [center] = (await world.client.get('/parley/help_centers')).body.data
const base = `/help/${center.identifier}`
await world.client.put(`/parley/help_centers/${center.id}`, { website_turned_on: true })
const { body: shelf } = await world.client.post('/help_center/collections', { name: 'numbat' })
const { body: article } = await world.client.post('/articles', {
  title: 'numbat',
  author_id: world.workspace.adminId,
  state: 'published',
  parent_id: shelf.id,
  parent_type: 'collection',
})
const { payload: page } = await app.inject({ url: `${base}/en`, headers: { accept: 'text/html' } })
const site = {
  base,
  article: new URL(article.url).pathname,
  collection: new URL(shelf.url).pathname,
  file: /href="([^"]+\.css)"/.exec(page)![1]!,
}

const { sse_subscription_url } = await world.scene.another('a session of Fin')
const session = String(sse_subscription_url).slice(new URL(String(sse_subscription_url)).origin.length)
const found = { world, site, file, stream: `${new URL(links.self.href).pathname}?token=${told.token}`, session }

test('the routes are those of the operations, those of the settings, and those that are open', () => {
  const declared = allOperations.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  const known = new Set([...declared, ...Object.entries(OPEN).map(([url, { method = 'GET' }]) => `${method} ${url}`)])
  const mounted = routes
    .filter((route) => route.method !== 'HEAD' && !isPlanted(route))
    .map(({ method, url }) => `${method} ${url}`)
  assert.deepEqual(mounted.toSorted(), [...known].toSorted())
})

const rows = await tableOf(app, routes, callers, found)

test('nobody is let in who should not be', () => {
  assert.deepEqual(complaintsOf(rows.filter((row) => !isPlanted(row))), [])
  for (const { answers, url } of rows) assert.equal(answers['settings token'], 'in', url)
})

test('the table is the kept one', (t) => {
  const text = printTable(
    rows.filter((row) => !isPlanted(row)),
    callers,
  )
  t.assert.fileSnapshot(text, join(import.meta.dirname, 'reach.txt'), { serializers: [(kept) => kept] })
})

test('a planted route without a check is found', () => {
  const complaints = complaintsOf(rows)
  for (const caller of ['none', 'wrong', 'revoked', 'removed admin', 'another workspace'])
    assert.ok(complaints.includes(`GET ${PLANTED} lets in: ${caller}`), caller)
})

for (const [url, { method = 'GET', status = 200, at, notAt }] of Object.entries(OPEN))
  test(`${url} is open where something is, and answers 404 elsewhere, whoever asks`, async () => {
    for (const { authorization } of callers) {
      const headers = { ...(authorization && { authorization }) }
      for (const address of at(found)) {
        const { statusCode } = await app.inject({ method, url: address, headers, remoteAddress: anotherAddress() })
        assert.equal(statusCode, status, address)
      }
      for (const address of notAt?.(found) ?? []) {
        const { statusCode } = await app.inject({ method, url: address, headers, remoteAddress: anotherAddress() })
        assert.equal(statusCode, 404, address)
      }
    }
  })

test('a token that is made for nobody in particular acts for the first admin who is not removed', async () => {
  const workspace = await home.createWorkspace()
  const owner = home.client({ token: workspace.token })
  const grace = (await owner.post('/parley/admins', { name: 'Grace', email: 'grace@example.com' })).body
  const hers = (await owner.post('/parley/tokens', { name: 'hers', admin_id: grace.id, settings: true })).body
  const removed = await home.client({ token: hers.token }).delete(`/parley/admins/${workspace.adminId}`, {})
  assert.equal(removed.status, 200, removed.text)
  const { token } = await createToken(home.db, workspace.id, { name: 'no admin named', now: home.clock.now() })
  const me = await home.client({ token }).get('/me')
  assert.deepEqual([me.status, me.body.id], [200, grace.id])
})

test('an unknown route answers 404 to everybody, and shows nothing', async () => {
  for (const { authorization } of callers)
    for (const [method, url] of [
      ['GET', '/no-such-thing'],
      ['PATCH', '/contacts'],
      ['OPTIONS', '/contacts'],
      ['DELETE', '/docs'],
    ] as const) {
      const reply = await app.inject({
        method,
        url,
        remoteAddress: anotherAddress(),
        headers: { ...(authorization && { authorization }) },
      })
      assert.equal(reply.statusCode, 404, `${method} ${url}`)
      assert.equal(reply.json().errors[0].code, 'not_found')
    }
})
