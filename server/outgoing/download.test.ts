import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { download, type DownloadOptions } from './download.ts'
import { atFileEnd } from '../test/endings.ts'

let handle: RequestListener
const server = createServer((request, response) => handle(request, response))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
atFileEnd(() => {
  server.closeAllConnections()
  server.close()
})
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const get = (path: string, options: Partial<DownloadOptions> = {}) =>
  download(new URL(base + path), { timeoutMs: 3000, mostBytes: 1000, reach: 'private', ...options })

test('five redirects are followed, relative ones as well, and a sixth is not', async () => {
  handle = ({ url }, response) => {
    const left = Number(url!.slice(1))
    if (left === 0) response.setHeader('content-type', 'text/plain').end('here')
    else response.writeHead(302, { location: left % 2 ? `${base}/${left - 1}` : `/${left - 1}` }).end()
  }
  const found = await get('/5')
  assert.deepEqual([String(found.bytes), 'contentType' in found && found.contentType], ['here', 'text/plain'])
  assert.deepEqual(await get('/6'), { bytes: null, error: 'the redirects do not end', again: false })
})

for (const [status, again] of [
  [404, false],
  [204, false],
  [429, true],
  [503, true],
] as const)
  test(`an answer with ${status} is a failure that ${again ? 'may pass' : 'stays'}`, async () => {
    handle = (_, response) => response.writeHead(status).end()
    assert.deepEqual(await get('/'), { bytes: null, error: `the answer has the status ${status}`, again })
  })

test('a file that is too large, or that comes too slowly over several requests, is given up', async () => {
  handle = (_, response) => response.end('x'.repeat(1001))
  assert.deepEqual(await get('/'), { bytes: null, error: 'the answer is too long', again: false })
  handle = ({ url }, response) =>
    void setTimeout(() => response.writeHead(302, { location: `${url}x` }).end(), 150).unref()
  assert.deepEqual(await get('/', { timeoutMs: 400 }), { bytes: null, error: 'no answer came in time', again: true })
})

test('nothing of the first request is told to the address of a redirect', async () => {
  const seen: (string | undefined)[] = []
  handle = ({ url, headers }, response) => {
    seen.push(headers.cookie, headers.authorization, headers.referer)
    if (url === '/') response.writeHead(302, { location: '/b', 'set-cookie': 'a=b' }).end()
    else response.end('b')
  }
  await get('/')
  assert.deepEqual(seen, Array(6).fill(undefined))
})
