import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Reach } from '../config.ts'
import { isPublic } from './addresses.ts'
import { post } from './post.ts'
import { startReceiver } from './test-receiver.ts'

const receiver = await startReceiver()
const options = { headers: {}, timeoutMs: 3000, reach: 'public' as Reach }
const body = Buffer.from('{}')

for (const address of [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001::1',
  '2002:7f00:1::',
  '2001:db8::1',
  'not an address',
])
  test(`${address} is not public`, () => assert.equal(isPublic(address), false))

for (const address of ['1.1.1.1', '172.32.0.1', '223.255.255.1', '2606:4700::1111', '2a00:1450:4001::1'])
  test(`${address} is public`, () => assert.equal(isPublic(address), true))

test('a name, an address, and every way to write it are refused where they are not public', async () => {
  const { port } = new URL(receiver.url())
  for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '[::1]', '[::ffff:7f00:1]', 'localhost'])
    assert.deepEqual(await post(`http://${host}:${port}/`, body, options), {
      status: null,
      error: 'the address is not public',
    })
  assert.equal(receiver.at('/').length, 0)
})

test('a receiver that does not answer in time, or is not there, is no error of ours', async () => {
  receiver.answer('/slow', 0)
  const slow = await post(receiver.url('/slow'), body, { ...options, timeoutMs: 50, reach: 'private' })
  assert.deepEqual(slow, { status: null, error: 'no answer came in time' })
  const nobody = await post('http://127.0.0.1:1/', body, { ...options, reach: 'private' })
  assert.deepEqual(nobody, { status: null, error: 'the connection was refused' })
  const unencrypted = await post(receiver.url('/tls').replace('http:', 'https:'), body, {
    ...options,
    reach: 'private',
  })
  assert.match(unencrypted.error!, /^no connection \(\w+\)$/)
})

test('a receiver that speaks another protocol, or sends without end, is done with', async () => {
  const answers = [
    'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    'SSH-2.0-OpenSSH\r\n',
    `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1_000_000)}`,
  ]
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(answers.shift()!))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const send = () => post(`http://127.0.0.1:${port}/`, body, { ...options, reach: 'private' })
  assert.equal((await send()).status, null)
  assert.match((await send()).error!, /^no connection \(HPE_\w+\)$/)
  assert.deepEqual(await send(), { status: 200, error: null })
  await new Promise<void>((closed) => server.close(() => closed()))
})
