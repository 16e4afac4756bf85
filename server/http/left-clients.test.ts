/** Clients that leave before their bodies are read, such as while their token is looked up. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { testApp, testSecrets } from '../test/app.ts'
import { atFileEnd } from '../test/endings.ts'
import { until } from '../test/until.ts'

const MIB = 1024 ** 2
// Its table of tokens is locked, which no other test may suffer from.
const { db, clock, workspace } = await testApp({ own: true })
const app = await buildApp({
  db,
  clock,
  log: pino({ level: 'silent' }),
  config: { limits: 'off' },
  secrets: testSecrets,
})
await app.listen({ port: 0, host: '127.0.0.1' })
atFileEnd(() => app.close())
const { port } = app.server.address() as AddressInfo
const authorization = `Bearer ${workspace.token}`

async function begin(path: string, headers: string, body: string) {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\nIntercom-Version: Preview\r\n`
  await once(socket, 'connect')
  socket.write(`${head}${headers}\r\n\r\n${body}`)
  return socket
}

const connections = () =>
  new Promise<number>((found, failed) =>
    app.server.getConnections((error, count) => (error ? failed(error) : found(count))),
  )

test('clients that left while their token was looked up take neither a slot for uploads nor room for bodies', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holding = db.begin(async (tx) => {
    await tx`lock table tokens in access exclusive mode`
    locked.resolve()
    await promise
  })
  await locked.promise
  const asked = once(app.server, 'request')
  const sockets = [
    ...Array.from({ length: 8 }, () =>
      begin('/tags', `Content-Type: application/json\r\nContent-Length: ${4 * MIB - 1}`, '{'),
    ),
    ...Array.from({ length: 2 }, () =>
      begin(
        '/ecommerce/connectors/x/catalog',
        'Content-Type: multipart/form-data; boundary=a\r\nContent-Length: 1000',
        '--a',
      ),
    ),
  ]
  const open = await Promise.all(sockets)
  await asked
  await until(async () => (await connections()) === open.length)
  for (const socket of open) socket.destroy()
  await until(async () => (await connections()) === 0)
  resolve()
  await holding

  const url = `http://127.0.0.1:${port}`
  const big = await fetch(`${url}/tags`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A', ignored: 'y'.repeat(100_000) }),
  })
  assert.equal(big.status, 200)
  const form = new FormData()
  form.append('catalog', new Blob(['[]']), 'catalog.json')
  const upload = await fetch(`${url}/ecommerce/connectors/x/catalog`, {
    method: 'POST',
    headers: { authorization, 'intercom-version': 'Preview' },
    body: form,
  })
  assert.equal(upload.status, 404)
})
