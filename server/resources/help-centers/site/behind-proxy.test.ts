/** Forms behind a proxy without TLS, where browsers tell the page's origin alone. */
import assert from 'node:assert/strict'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { atFileEnd } from '../../../test/endings.ts'
import { startPlainProxy } from '../../../test/proxy/plain-proxy.ts'
import { siteScene } from './test-scene.ts'

const { app, base, write } = await siteScene(['en'])
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
const { id } = await write({ title: 'Burrs', body: '<p>Clean them</p>' })
const form = `${base}/en/articles/${id}-burrs/reaction`

/** Sends the form through a proxy, from a page of an origin. @returns the status of the answer */
async function through(
  pass: (headers: IncomingHttpHeaders) => IncomingHttpHeaders,
  originOf: (url: URL) => string,
): Promise<number> {
  const proxy = await startPlainProxy(port, pass)
  atFileEnd(() => proxy.close())
  const answer = await fetch(proxy.url + form, {
    method: 'POST',
    headers: { accept: 'text/html', origin: originOf(new URL(proxy.url)) },
    body: new URLSearchParams({ helped: 'yes' }),
    redirect: 'manual',
  })
  await answer.text()
  return answer.status
}

const kept = (headers: IncomingHttpHeaders) => headers
const dropped = (headers: IncomingHttpHeaders) => ({ ...headers, host: '127.0.0.1' })
const told = (headers: IncomingHttpHeaders) => ({
  ...dropped(headers),
  'x-forwarded-port': headers.host!.split(':')[1],
})

for (const [title, pass] of Object.entries({ kept, dropped, told })) {
  test(`a form of the page is served where the port is ${title}`, async () => {
    assert.equal(await through(pass, ({ origin }) => origin), 303)
  })
  test(`a form of another site is refused where the port is ${title}`, async () => {
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://localhost'])
      assert.equal(await through(pass, () => origin), 403, origin)
    assert.equal(await through(pass, (url) => `http://127.0.0.2:${url.port}`), 403)
  })
}

for (const [title, pass] of Object.entries({ kept, told }))
  test(`a form of another port is refused where the port is ${title}`, async () => {
    assert.equal(await through(pass, () => 'http://127.0.0.1:1'), 403)
    assert.equal(await through(pass, () => 'http://127.0.0.1'), title === 'told' ? 303 : 403)
  })
