/** Forms behind a proxy that forwards neither host nor scheme, and the line that tells its operator. */
import assert from 'node:assert/strict'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import type { TestAppOptions } from '../../../test/app.ts'
import { atFileEnd } from '../../../test/endings.ts'
import { startPlainProxy } from '../../../test/proxy/plain-proxy.ts'
import { siteScene } from './test-scene.ts'

const ORIGIN = 'https://help.example'

const bare = ({ accept, origin, 'content-type': type, 'transfer-encoding': coding }: IncomingHttpHeaders) => ({
  accept,
  origin,
  'content-type': type,
  'transfer-encoding': coding ?? 'chunked',
  host: 'inside:4400',
})
const forwarding = (headers: IncomingHttpHeaders) => ({
  ...bare(headers),
  'x-forwarded-host': 'help.example',
  'x-forwarded-proto': 'https',
})

/** A server of its own behind a proxy. */
async function behind(
  config: NonNullable<TestAppOptions['config']>,
  pass: (headers: IncomingHttpHeaders) => IncomingHttpHeaders,
) {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const { app, base, clock } = await siteScene(['en'], { own: true, config, log: pino({ level: 'warn' }, stream) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const proxy = await startPlainProxy((app.server.address() as AddressInfo).port, pass)
  atFileEnd(() => proxy.close())
  return {
    clock,
    lines: () => lines.map((line) => JSON.parse(line)),
    text: () => lines.join(''),
    async send(headers: Record<string, string> = {}) {
      const answer = await fetch(`${proxy.url}${base}/en/contact/message`, {
        method: 'POST',
        headers: { accept: 'text/html', origin: ORIGIN, ...headers },
        body: new URLSearchParams({ message: 'Hello from the page' }),
        redirect: 'manual',
      })
      return { status: answer.status, html: await answer.text() }
    },
  }
}

test('a form through a proxy that forwards nothing is refused, and the log names both addresses and the settings', async () => {
  const { send, lines, text } = await behind({}, bare)
  const { status, html } = await send()
  assert.equal(status, 403)
  assert.match(html, /another address/)
  assert.equal(lines().length, 1)
  const [line] = lines()
  assert.partialDeepStrictEqual(line, { level: 40, origin: ORIGIN, own: 'http://inside:4400' })
  assert.match(line.msg, /PARLEY_PUBLIC_URL.*PARLEY_TRUSTED_PROXIES/)
  assert.doesNotMatch(text(), /Hello/)
})

test('either setting lets the form in', async () => {
  for (const [config, pass] of [
    [{ publicUrl: ORIGIN }, bare],
    [{ trustedProxies: ['127.0.0.1'] }, forwarding],
  ] as const) {
    const { send, lines } = await behind(config, pass)
    assert.equal((await send()).status, 303)
    assert.deepEqual(lines(), [])
  }
})

test('headers that nobody trusts let no form in', async () => {
  const { send, lines } = await behind({}, forwarding)
  assert.equal((await send()).status, 403)
  assert.equal(lines()[0].own, 'http://inside:4400')
})

test('the log names the public address where one is set, and no password of an origin', async () => {
  const { send, lines, text } = await behind({ publicUrl: 'https://other.example/support' }, bare)
  assert.equal((await send({ origin: 'https://ada:secret@evil.example/path' })).status, 403)
  assert.partialDeepStrictEqual(lines(), [{ origin: 'https://evil.example', own: 'https://other.example/support' }])
  assert.doesNotMatch(text(), /secret/)
})

test('the log has one line a minute', async () => {
  const { send, lines, clock } = await behind({}, bare)
  for (const origin of [ORIGIN, 'null', ORIGIN]) await send({ origin })
  clock.advance(59)
  await send()
  assert.equal(lines().length, 1)
  clock.advance(1)
  await send({ origin: 'null' })
  assert.deepEqual(
    lines().map(({ origin }) => origin),
    [ORIGIN, 'null'],
  )
})

test('the log is silent where the browser itself names another site, which no setting changes', async () => {
  const { send, lines } = await behind({}, (headers) => ({ ...bare(headers), 'sec-fetch-site': 'cross-site' }))
  assert.equal((await send()).status, 403)
  assert.deepEqual(lines(), [])
})
