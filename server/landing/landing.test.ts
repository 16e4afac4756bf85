import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillDemo } from '../demo/fill.ts'
import { history } from '../versions/index.ts'
import { testApp, testSecrets } from '../test/app.ts'

const plain = await testApp({ own: true })
/** Behind a public URL with a path. */
const behind = await testApp({ config: { publicUrl: 'https://parley.example/support' } })

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

test('a browser at / gets a page without a script that says what runs here and where to go', async () => {
  const { app } = plain
  const reply = await app.inject({ url: '/', headers: BROWSER })
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(reply.headers['vary'], 'Accept')
  assert.match(reply.payload, /A Parley server runs here/)
  assert.match(reply.payload, /<span>\d+\.\d+\.\d+<\/span>/)
  for (const { name } of history.versions) assert.ok(reply.payload.includes(`href="/docs/${name}"`), name)
  assert.match(reply.payload, /<dt>Inbox<\/dt>/)
  assert.doesNotMatch(reply.payload, /<script/)
  assert.match(String(reply.headers['content-security-policy']), /default-src 'none'.*style-src 'sha256-/)
  assert.ok(reply.payload.length < 8000)
  for (const [, address] of reply.payload.matchAll(/(?:src|href)="([^"]+)"/g))
    assert.equal((await app.inject({ url: address!, headers: BROWSER })).statusCode, 200, address)
})

test('a client that takes HTML alone is answered, too', async () => {
  const { app } = plain
  assert.equal((await app.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode, 200)
})

test('a program at / gets the same as JSON', async () => {
  const { app } = behind
  const body = (await app.inject({ url: '/', headers: { accept: '*/*' } })).json()
  assert.match(body.release, /^\d+\.\d+\.\d+$/)
  assert.deepEqual(
    body.api_versions,
    history.versions.map(({ name }) => name),
  )
  assert.equal(body.reference, 'https://parley.example/support/docs')
  assert.equal(body.demo, false)
})

test('under a public URL its links carry the path, and the host of a request stays text', async () => {
  const { app } = behind
  const { payload } = await app.inject({ url: '/', headers: BROWSER })
  assert.match(payload, /href="\/support\/docs"/)
  assert.match(payload, /curl https:\/\/parley\.example\/support\/me/)
  const home = await testApp()
  const odd = await home.app.inject({ url: '/', headers: { ...BROWSER, host: 'a&b' } })
  assert.match(odd.payload, /curl http:\/\/a&amp;b\/me/)
})

test('it says whether a workspace holds the demo company', async () => {
  const { app, db, clock, workspace } = plain
  const page = async () => (await app.inject({ url: '/', headers: BROWSER })).payload
  assert.match(await page(), /npx parley demo/)
  await fillDemo(db, workspace.id, clock, testSecrets)
  assert.match(await page(), /A workspace holds the demo company/)
  const { demo, help_center } = (await app.inject('/')).json()
  assert.equal(demo, true)
  const { pathname } = new URL(help_center)
  assert.ok((await page()).includes(`<a href="${pathname}">`))
  const site = await app.inject({ url: pathname, headers: BROWSER })
  assert.deepEqual([site.statusCode, site.headers.location], [302, `${pathname}/en`])
})
