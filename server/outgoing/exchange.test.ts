import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { atFileEnd } from '../test/endings.ts'
import { exchange, type ExchangeOptions } from './exchange.ts'

let handle: RequestListener
const server = createServer((request, response) => handle(request, response))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
atFileEnd(() => {
  server.closeAllConnections()
  server.close()
})
const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
const usual: ExchangeOptions = { method: 'GET', headers: {}, timeoutMs: 3000, reach: 'private', mostBytes: 1000 }
const send = (options: Partial<ExchangeOptions> = {}) => exchange(url, { ...usual, ...options })

test('the answer is read whole, with the method, the headers and the body that were given', async () => {
  handle = async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    response.writeHead(201).end(`${request.method} ${request.headers['x-key']} ${body}`)
  }
  const { status, body } = await send({ method: 'PATCH', headers: { 'X-Key': 'k' }, body: Buffer.from('{}') })
  assert.deepEqual([status, String(body)], [201, 'PATCH k {}'])
})

for (const [name, encode] of [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)
  test(`an answer in ${name} is decoded, and its decoded bytes are counted`, async () => {
    handle = (_, response) => response.writeHead(200, { 'content-encoding': name }).end(encode('x'.repeat(1000)))
    assert.equal((await send()).body?.length, 1000)
    assert.deepEqual(await send({ mostBytes: 999 }), {
      status: 200,
      body: null,
      failure: 'answer',
      error: 'the answer is too long',
    })
  })

for (const encoding of ['constructor', '__proto__', 'tostring', 'other'])
  test(`an answer in an encoding that is none, ${encoding}, is read as it came`, async () => {
    handle = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end('plain')
    const { body, error } = await send()
    assert.deepEqual([String(body), error], ['plain', null])
  })

test('an answer in chunks is cut off at the limit, without waiting for its end', async () => {
  handle = (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(600)), 5)
    response.on('close', () => clearInterval(timer))
  }
  assert.equal((await send()).error, 'the answer is too long')
})

test('one deadline holds for headers and body', async () => {
  handle = (_, response) => void response.writeHead(200).write('a')
  assert.deepEqual(await send({ timeoutMs: 100 }), {
    status: 200,
    body: null,
    failure: 'time',
    error: 'no answer came in time',
  })
  handle = () => {}
  assert.deepEqual(await send({ timeoutMs: 100 }), {
    status: null,
    body: null,
    failure: 'time',
    error: 'no answer came in time',
  })
})

test('an answer that breaks off, or is not in the encoding that it names, is a failure', async () => {
  handle = (_, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('abc')
    setTimeout(() => response.destroy(), 20)
  }
  assert.equal((await send()).error, 'the connection was closed before the answer ended')
  handle = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
  assert.equal((await send()).error, 'the answer could not be decoded')
})

test('a private address is refused before anything is sent', async () => {
  handle = () => assert.fail('nothing may arrive')
  assert.deepEqual(await send({ reach: 'public' }), {
    status: null,
    body: null,
    failure: 'address',
    error: 'the address is not public',
  })
})

test('a redirect is the answer, and is not followed', async () => {
  let requests = 0
  handle = (_, response) => {
    requests++
    response.writeHead(302, { location: '/elsewhere' }).end()
  }
  assert.deepEqual([(await send()).status, requests], [302, 1])
})
