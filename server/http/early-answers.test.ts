/** Refusals that are ready while the body is still coming: clients that send it all before they read get them, too. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type RequestOptions } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { testApp } from '../test/app.ts'

const { app, workspace } = await testApp({ own: true })
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo

const TRIES = 12
const KB = 1000
const token = `Bearer ${workspace.token}`
const json = { 'content-type': 'application/json', authorization: token }
const form = { 'content-type': 'multipart/form-data; boundary=x', authorization: token }
const CATALOG = '/ecommerce/connectors/nowhere/catalog'
const twice = '--x\r\nContent-Disposition: form-data; name="catalog"\r\n\r\n1\r\n'.repeat(2)

interface Sent {
  path: string
  headers: Record<string, string>
  body: string
}

/** A little time between the pieces, so that the refusal is there before the last of them. */
async function* piecesOf({ body }: Sent) {
  const size = Math.ceil(body.length / 12)
  for (let at = 0; at < body.length; at += size) {
    yield Buffer.from(body.slice(at, at + size))
    await sleep(1)
  }
}

async function byFetch({ path, headers }: Sent, body: string | ReadableStream): Promise<number> {
  const init = { method: 'POST', headers, body, duplex: 'half' }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init as RequestInit)
  await answer.json()
  return answer.status
}

/** `Connection: close` where it has no agent. */
const byNode = (sent: Sent, more: RequestOptions) =>
  new Promise<number>((resolve, reject) => {
    const { path, headers } = sent
    const sending = request({ port, path, method: 'POST', ...more, headers: { ...headers, ...more.headers } })
    sending.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode!)))
    sending.on('error', reject)
    pipeline(piecesOf(sent), sending).catch(reject)
  })

/** As programs with blocking sockets do: the answer is read when all is sent, until the server closes. */
async function blocking(sent: Sent, method = 'POST'): Promise<number> {
  const { path, headers, body } = sent
  const lines = Object.entries({ ...headers, host: 'a', connection: 'close', 'content-length': body.length })
  const head = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.pause()
  const failed = once(socket, 'error').then(([error]) => Promise.reject(error))
  const write = (piece: string | Buffer) =>
    Promise.race([failed, new Promise<void>((written) => socket.write(piece, () => written()))])
  for (let at = 0; at < head.length; at += 16_384) await write(head.slice(at, at + 16_384))
  for await (const piece of piecesOf(sent)) await write(piece)
  const answer = await Promise.race([failed, text(socket)])
  socket.destroy()
  return Number(answer.split(' ')[1])
}

/** So many at a time, so many times. */
async function each(lanes: number, times: number, run: () => Promise<void>): Promise<void> {
  const lane = async () => {
    for (let n = 0; n < times / lanes; n++) await run()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const length = ({ body }: Sent) => ({ headers: { 'content-length': body.length } })
const CLIENTS: Record<string, (sent: Sent) => Promise<number>> = {
  'fetch with a length': (sent) => byFetch(sent, sent.body),
  'fetch in chunks': (sent) => byFetch(sent, ReadableStream.from(piecesOf(sent))),
  'node:http with a length': (sent) => byNode(sent, length(sent)),
  'node:http in chunks': (sent) => byNode(sent, {}),
  'node:http that closes': (sent) => byNode(sent, { agent: false, ...length(sent) }),
  'a blocking socket': (sent) => blocking(sent),
}

const long = 'x'.repeat(200 * KB)
const refusals: Record<string, [status: number, sent: Sent]> = {
  'a wrong token': [401, { path: '/tags', headers: { ...json, authorization: 'Bearer wrong' }, body: long }],
  'an unknown path': [404, { path: '/nowhere', headers: json, body: long }],
  'an Accept header': [406, { path: '/tags', headers: { ...json, accept: 'text/html' }, body: long }],
  'a compressed body': [415, { path: '/tags', headers: { ...json, 'content-encoding': 'gzip' }, body: long }],
  'a form where JSON is read': [415, { path: '/tags', headers: form, body: long }],
  'a form without a boundary': [
    400,
    { path: CATALOG, headers: { ...form, 'content-type': 'multipart/form-data' }, body: long },
  ],
  'a form that is refused by its beginning': [400, { path: CATALOG, headers: form, body: twice + long }],
  'a body that is a little too large': [413, { path: '/tags', headers: json, body: 'x'.repeat(4500 * KB) }],
}

for (const [title, [status, sent]] of Object.entries(refusals))
  for (const [name, send] of Object.entries(CLIENTS))
    test(`the refusal of ${title} arrives at every try: ${name}`, { timeout: 60_000 }, async () => {
      const isLarge = sent.body.length > 1000 * KB
      // A workspace has room for few uploads at a time.
      await each(isLarge || sent.path === CATALOG ? 1 : 10, isLarge ? 3 : TRIES, async () =>
        assert.equal(await send(sent), status),
      )
    })

test('the rest of a form that was refused is waited for', async () => {
  const lines = Object.entries({ ...form, host: 'a', 'content-length': twice.length + 5003 })
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`POST ${CATALOG} HTTP/1.1\r\n${head}\r\n${twice}--x`)
  const [answer] = await once(socket, 'data')
  assert.match(String(answer), /^HTTP\/1.1 400 /)
  for (let n = 0; n < 5; n++) {
    await sleep(50)
    assert.equal(socket.readableEnded, false)
    socket.write('x'.repeat(1000))
  }
  socket.resume()
  await once(socket, 'end')
  socket.destroy()
})

test('a client that leaves amid a body that was refused disturbs nobody', async () => {
  const head = Object.entries({ ...form, host: 'a', 'transfer-encoding': 'chunked' })
  for (const type of ['multipart/form-data; boundary=x', 'application/json']) {
    const lines = head.map(([name, value]) => `${name}: ${name === 'content-type' ? type : value}\r\n`).join('')
    const socket = connect(port, '127.0.0.1')
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
    socket.write(`POST /tags HTTP/1.1\r\n${lines}\r\n${piece.repeat(type === json['content-type'] ? 70 : 1)}`)
    const [answer] = await once(socket, 'data')
    assert.match(String(answer), /^HTTP\/1.1 41[35] /)
    socket.destroy()
    await sleep(50)
  }
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200)
})

test('a client that never ends a body that was refused is cut', { timeout: 90_000 }, async () => {
  const lines = Object.entries({ ...form, host: 'a', 'transfer-encoding': 'chunked' })
  const begin = () => {
    const socket = connect(port, '127.0.0.1').resume()
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    socket.on('error', () => {}).write(`POST /tags HTTP/1.1\r\n${head}\r\n`)
    return socket
  }
  const [stalls, sends] = [begin(), begin()]
  const cut = once(stalls, 'close')
  const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`
  let bytes = 0
  for (; !sends.destroyed; bytes += piece.length)
    if (sends.write(piece)) await sleep(1)
    else await Promise.race([once(sends, 'drain'), once(sends, 'close')])
  assert.ok(bytes < 40_000_000, `${bytes} bytes`)
  await cut
})

test('an unknown expectation is refused at every try', { timeout: 60_000 }, async () => {
  for (let n = 0; n < TRIES; n++)
    assert.equal(await blocking({ path: '/tags', headers: { ...json, expect: 'miracles' }, body: long }), 417)
})

test('oversized headers are refused at every try', { timeout: 60_000 }, async () => {
  for (let n = 0; n < TRIES; n++)
    assert.equal(await blocking({ path: '/tags', headers: { ...json, 'x-long': long }, body: '' }), 431)
})

test('a read that comes with a body is answered at every try', { timeout: 60_000 }, async () => {
  for (let n = 0; n < TRIES; n++) assert.equal(await blocking({ path: '/me', headers: json, body: long }, 'GET'), 200)
})
