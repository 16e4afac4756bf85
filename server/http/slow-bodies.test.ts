/** Bodies that do not come: cut after a while, and kept for nobody without a token. */
import assert from 'node:assert/strict'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { testApp, testSecrets } from '../test/app.ts'
import { atFileEnd } from '../test/endings.ts'

const REQUEST_MS = 1500
const MIB = 1024 ** 2

const lines: any[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
const { db, clock, workspace, createWorkspace } = await testApp({ own: true })

/** @returns its port */
async function listen(requestMs?: number): Promise<number> {
  const deps = { db, clock, log, config: { limits: 'off' as const }, secrets: testSecrets }
  const app = await buildApp({ ...deps, ...(requestMs && { requestMs }) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  atFileEnd(() => app.close())
  return (app.server.address() as AddressInfo).port
}
const [hasty, patient] = [await listen(REQUEST_MS), await listen()]

interface Exchange {
  socket: Socket
  /** The answer as soon as it begins. */
  answer: Promise<{ status: number; body: string; ms: number }>
  /** When the server ends the connection. */
  ended: Promise<void>
}

const send = (...pieces: (string | Buffer)[]) => sendTo(hasty, ...pieces)

function sendTo(port: number, ...pieces: (string | Buffer)[]): Exchange {
  const began = performance.now()
  const answered = Promise.withResolvers<{ status: number; body: string; ms: number }>()
  const ended = Promise.withResolvers<void>()
  const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece)))
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const [head = '', body] = text.split('\r\n\r\n')
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (body === undefined || body.length < length) return
    answered.resolve({ status: Number(head.split(' ')[1]), body, ms: performance.now() - began })
  })
  socket.on('error', () => {}).on('close', () => ended.resolve())
  return { socket, answer: answered.promise, ended: ended.promise }
}

const head = (path: string, length: number | 'chunked', token?: string) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n` +
  (token === undefined ? '' : `Authorization: Bearer ${token}\r\n`) +
  (length === 'chunked' ? 'Transfer-Encoding: chunked\r\n\r\n' : `Content-Length: ${length}\r\n\r\n`)

const lineOf = async (body: string) => {
  const { request_id } = JSON.parse(body)
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(5)) {
    const found = lines.filter(({ requestId }) => requestId === request_id)
    if (found.length > 0) return found
  }
  throw new Error('no line in the log')
}

for (const [title, ...pieces] of [
  ['a body that stalls', head('/tags', 100, workspace.token), '{"name":'],
  ['a body in chunks that stalls', head('/tags', 'chunked', workspace.token), '8\r\n{"name":\r\n'],
  ['headers that stall', 'POST /tags HTTP/1.1\r\nHost: a\r\n'],
] as const)
  test(`${title} is answered 408 in the form of the API, logged once, and cut`, { timeout: 90_000 }, async () => {
    const { answer, ended } = send(...pieces)
    const { status, body, ms } = await answer
    assert.equal(status, 408)
    assert.ok(ms >= REQUEST_MS - 50 && ms < REQUEST_MS + 10_000, `${ms} ms`)
    assert.deepEqual(JSON.parse(body).errors, [
      { code: 'request_timeout', message: 'The request took too long to arrive' },
    ])
    await ended
    await sleep(50)
    const found = await lineOf(body)
    assert.deepEqual(
      found.map(({ method, path, status: logged, code, reason }) => [method, path, logged, code, reason]),
      [['(none)', '(none)', 408, 'request_timeout', 'ERR_HTTP_REQUEST_TIMEOUT']],
    )
    assert.equal(lines.filter(({ status: logged }) => logged === 408).length, 1)
    lines.length = 0
  })

/** Its middle is more than the least that must come in the time of a pause. */
const form = [
  '--x\r\nContent-Disposition: form-data; name="catalog"; filename="a"\r\n\r\n[',
  ' '.repeat(40_000),
  ']\r\n--x--\r\n',
] as const
const formHead = (length: number | 'chunked' = form.join('').length, token = workspace.token) =>
  head('/ecommerce/connectors/nowhere/catalog', length, token).replace(
    'application/json',
    'multipart/form-data; boundary=x',
  )

test('a file that takes longer to come is waited for, as long as it comes', { timeout: 90_000 }, async () => {
  const { answer, socket } = send(formHead(), form[0])
  await sleep(REQUEST_MS / 2)
  socket.write(form[1])
  await sleep(REQUEST_MS * 0.75)
  socket.write(form[2])
  const { status, body } = await answer
  assert.deepEqual([status, JSON.parse(body).errors[0].code], [404, 'import_source_not_found'])
  socket.destroy()
  lines.length = 0
})

test('a file that stalls is answered 408 and cut, and its slot is free again', { timeout: 90_000 }, async () => {
  for (let round = 0; round < 3; round++) {
    const stalled = [send(formHead(), form[0]), send(formHead(), form[0])]
    for (const { answer, ended } of stalled) {
      const { status, body, ms } = await answer
      assert.deepEqual([status, JSON.parse(body).errors[0].code], [408, 'request_timeout'])
      assert.ok(ms >= REQUEST_MS - 50 && ms < REQUEST_MS + 10_000, `${ms} ms`)
      await ended
    }
    await sleep(50)
  }
  lines.length = 0
})

test('a file that trickles is answered 408 and cut after the time of a pause', { timeout: 90_000 }, async () => {
  const { answer, ended, socket } = send(formHead(), form[0])
  const trickle = setInterval(() => socket.write(' '.repeat(100)), 20)
  try {
    const { status, body, ms } = await answer
    assert.deepEqual([status, JSON.parse(body).errors[0].code], [408, 'request_timeout'])
    assert.ok(ms >= REQUEST_MS - 50 && ms < REQUEST_MS + 10_000, `${ms} ms`)
    await ended
  } finally {
    clearInterval(trickle)
  }
  lines.length = 0
})

test('two files of a workspace may be under way; a third is refused, and not that of another', async () => {
  const other = await createWorkspace()
  const waiting = [sendTo(patient, formHead(), form[0]), sendTo(patient, formHead(), form[0])]
  await sleep(100)
  const refused = sendTo(patient, formHead(), ...form)
  const { status, body } = await refused.answer
  assert.deepEqual([status, JSON.parse(body).errors[0].code], [503, 'service_unavailable'])
  const neighbour = sendTo(patient, formHead(undefined, other.token), ...form)
  assert.equal((await neighbour.answer).status, 404)
  for (const { socket } of [refused, neighbour]) socket.destroy()
  for (const { socket, ended } of waiting) {
    socket.destroy()
    await ended
  }
  await sleep(100)
  const again = sendTo(patient, formHead(), ...form)
  assert.equal((await again.answer).status, 404)
  again.socket.destroy()
})

for (const [title, bytes, status, reason] of [
  ['bytes that are no request', 'SECRET /x secret\r\n\r\n', 400, 'HPE_INVALID_METHOD'],
  ['oversized headers', `GET /me HTTP/1.1\r\nX-Secret: ${'secret'.repeat(5000)}\r\n\r\n`, 431, 'HPE_HEADER_OVERFLOW'],
  ['CONNECT', 'CONNECT secret:80 HTTP/1.1\r\nHost: a\r\n\r\n', 400, undefined],
  ['an unknown expectation', 'GET /secret HTTP/1.1\r\nHost: a\r\nExpect: secret\r\n\r\n', 417, undefined],
] as const)
  test(`${title}: a line in the log, without what was sent`, { timeout: 90_000 }, async () => {
    const { answer, socket } = send(bytes)
    const answered = await answer
    assert.equal(answered.status, status)
    const [line, ...others] = await lineOf(answered.body)
    assert.deepEqual([line.status, line.code, line.reason, others.length], [status, 'bad_request', reason, 0])
    assert.doesNotMatch(JSON.stringify(line), /secret/i)
    socket.destroy()
  })

test(
  'a request that was answered before its body came is cut without a second answer',
  { timeout: 90_000 },
  async () => {
    lines.length = 0
    const { socket, answer, ended } = send(head('/tags', 1000), '{')
    let text = ''
    socket.on('data', (chunk: string) => (text += chunk))
    assert.equal((await answer).status, 401)
    await ended
    assert.equal(text.match(/HTTP\/1\.1/g)?.length, 1)
    assert.deepEqual(
      lines.map(({ status }) => status),
      [401],
    )
  },
)

test('a request that was answered early, and then came, is followed by others', { timeout: 90_000 }, async () => {
  const { socket, answer } = send(head('/tags', 3), '{')
  assert.equal((await answer).status, 401)
  let text = ''
  socket.on('data', (chunk: string) => (text += chunk))
  socket.write(' }' + head('/tags', 100, workspace.token))
  for (const end = Date.now() + 10_000; !text.includes('408'); await sleep(20)) assert.ok(Date.now() < end, text)
  socket.destroy()
})

test('without a good token, or a path, a request is refused before its body comes', async () => {
  for (const [piece, status] of [
    [head('/tags', 1000), 401],
    [head('/tags', 1000, 'wrong'), 401],
    [head('/nowhere', 1000, workspace.token), 404],
    [head('/tags', 5 * MIB, workspace.token), 413],
    [formHead(200_000_000), 413],
  ] as const) {
    const { answer, socket } = send(piece, '{')
    const answered = await answer
    assert.equal(answered.status, status)
    assert.ok(answered.ms < REQUEST_MS, `${answered.ms} ms`)
    socket.destroy()
  }
})

/** Bytes outside of the heap, where bodies are, that something still refers to. */
function kept(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().external
}

test('50 bodies of 3.9 MB without a token leave the memory as it was', { timeout: 90_000 }, async () => {
  const body = Buffer.alloc(3_900_000, ' ')
  const before = kept()
  const all = Array.from({ length: 50 }, () => sendTo(patient, head('/tags', body.length + 1), body))
  for (const { answer } of all) assert.equal((await answer).status, 401)
  let more = kept() - before
  // V8 frees the memory of buffers on a thread of its own, after the collection.
  for (const end = Date.now() + 10_000; more >= 60 * MIB && Date.now() < end; more = kept() - before) await sleep(200)
  const open = all.filter(({ socket }) => !socket.destroyed).length
  for (const { socket } of all) socket.destroy()
  assert.equal(open, 50)
  assert.ok(more < 60 * MIB, `${Math.round(more / MIB)} MiB`)
})

test('with a token, too, the bodies that are under way have a bound, by workspace', { timeout: 90_000 }, async () => {
  const other = await createWorkspace()
  const length = 4 * MIB - 1
  const begin = (token: string) => sendTo(patient, head('/tags', length, token), '{')
  const waiting = Array.from({ length: 8 }, () => begin(workspace.token))
  await sleep(100)
  const refused = begin(workspace.token)
  const { status, body } = await refused.answer
  assert.equal(status, 503)
  assert.equal(JSON.parse(body).errors[0].code, 'service_unavailable')
  const chunks = sendTo(patient, head('/tags', 'chunked', workspace.token), `100000\r\n${' '.repeat(MIB)}\r\n`)
  assert.equal((await chunks.answer).status, 503)
  const small = sendTo(patient, head('/tags', 12, workspace.token), '{"name":"A"}')
  assert.equal((await small.answer).status, 200)
  const text = '{"name":"A"}'.padEnd(length)
  const neighbour = sendTo(patient, head('/tags', length, other.token), text)
  assert.equal((await neighbour.answer).status, 200)
  for (const { socket, ended } of waiting) {
    socket.destroy()
    await ended
  }
  await sleep(100)
  for (const framed of [
    [length, text],
    ['chunked', `${length.toString(16)}\r\n${text}\r\n0\r\n\r\n`],
  ] as const) {
    const { answer, socket } = sendTo(patient, head('/tags', framed[0], workspace.token), framed[1])
    assert.equal((await answer).status, 200)
    socket.destroy()
  }
  for (const { socket } of [refused, chunks, small, neighbour]) socket.destroy()
})
