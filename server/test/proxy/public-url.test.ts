/** Behind a TLS proxy, under a path: every address that the server tells leads back through the proxy. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { history } from '../../versions/index.ts'
import { testApp } from '../app.ts'
import { atFileEnd } from '../endings.ts'
import { insertUnmakeable, runTour, settingsTour } from '../tour.ts'
import { startTlsProxy } from './tls-proxy.ts'

const proxy = await startTlsProxy('/support')
atFileEnd(() => proxy.close())
const behind = await testApp({ config: { publicUrl: proxy.url } })
await behind.app.listen({ port: 0, host: '127.0.0.1' })
proxy.serve((behind.app.server.address() as AddressInfo).port)

const authorization = `Bearer ${behind.workspace.token}`
const get = async (path: string, version = '2.11') => {
  const url = path.startsWith('https:') ? path : proxy.url + path
  const { status, text } = await proxy.get(url, { authorization, 'intercom-version': version })
  assert.equal(status, 200, `${url}: ${text}`)
  return JSON.parse(text)
}
const post = async (path: string, body: object, version = '2.11') => {
  const headers = { authorization, 'intercom-version': version }
  const { status, text } = await proxy.send('POST', proxy.url + path, headers, body)
  assert.ok(status === 200 || status === 202, text)
  return JSON.parse(text)
}

test('a list of pages is read to its end by the addresses that it gives', async () => {
  const contact = await post('/contacts', { external_id: 'pages' })
  for (const name of ['Acme', 'Brick', 'Cask']) {
    const { id } = await post('/companies', { company_id: name, name })
    await post(`/contacts/${contact.id}/companies`, { id }) // an empty company is not listed
  }
  const names: string[] = []
  for (let next: string | null = `${proxy.url}/companies?per_page=1&order=asc`; next;) {
    assert.ok(next.startsWith(`${proxy.url}/companies?`), next)
    const { data, pages } = await get(next)
    names.push(...data.map(({ name }: { name: string }) => name))
    next = pages.next
  }
  assert.deepEqual(names.toSorted(), ['Acme', 'Brick', 'Cask'])
})

test('a file is read at the address that its message gives', async () => {
  const { id } = await post('/contacts', { external_id: 'files' })
  const { conversation_id } = await post('/conversations', { from: { type: 'user', id }, body: 'Hello' })
  const attachment_files = [
    { content_type: 'text/plain', name: 'a.txt', data: Buffer.from('bytes').toString('base64') },
  ]
  const reply = { message_type: 'comment', type: 'user', intercom_user_id: id, body: 'See', attachment_files }
  const { conversation_parts } = await post(`/conversations/${conversation_id}/reply`, reply)
  const { url } = conversation_parts.conversation_parts.at(-1).attachments[0]
  assert.ok(url.startsWith(`${proxy.url}/files/`), url)
  assert.deepEqual(await proxy.get(url), { status: 200, text: 'bytes' })
})

test('no answer of any operation names the server by another address', async () => {
  // As the tour asks, without the proxy: the answers would name this host.
  const inside = /https?:\/\/localhost(:\d+)?\//
  const client = behind.client()
  for (const version of [history.versions[0]!, history.newest])
    for (const { key, reply } of await runTour(behind, version)) assert.doesNotMatch(reply.text, inside, key)
  const found = await insertUnmakeable(behind, behind.workspace.id)
  for (const { key, go, find } of settingsTour) {
    const reply = (await go(client, found))!
    assert.doesNotMatch(reply.text, inside, key)
    if (find) Object.assign(found, find(reply.body))
  }
})

test('the documents name it as their server, and link to its pages', async () => {
  for (const name of [...history.versions.map(({ name }) => name), 'settings']) {
    const { servers, info } = await get(`/openapi/${name}.json`)
    assert.deepEqual(servers, [{ url: proxy.url }])
    for (const [, path] of info.description.matchAll(/\]\((\/[^)]*)\)/g)) assert.match(path!, /^\/support\/docs/)
  }
})

test('the reference loads all of its parts through it, and every link leads there', async () => {
  for (const path of ['/docs', '/docs/2.7', '/docs/settings']) {
    const { text } = await proxy.get(proxy.url + path)
    const addresses = [...text.matchAll(/(?:src|href|data-document)="([^"]+)"/g)].map(([, address]) => address!)
    assert.ok(addresses.length >= 6)
    for (const address of addresses)
      assert.equal((await proxy.get(new URL(address, proxy.url).href)).status, 200, address)
  }
  assert.match((await proxy.get(`${proxy.url}/docs`)).text, /data-root="\/support"/)
})
