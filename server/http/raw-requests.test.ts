/** Bytes over a socket → status line, headers and shape: the parser's refusals, too, are answers of the API. */
import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { testApp } from '../test/app.ts'

const { app, workspace } = await testApp({ own: true })
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo

interface Answer {
  line: string
  headers: Record<string, string>
  body: string
}

/** Sends the bytes, and reads until the server closes the connection. */
async function exchange(bytes: string | Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  let text = ''
  socket.setEncoding('utf8').setTimeout(20_000, () => reject(new Error(`no end: ${text}`)))
  socket.on('data', (chunk: string) => (text += chunk))
  // The server may close before it has read all of an oversized request.
  socket.on('error', () => {})
  socket.on('close', () => resolve(text))
  const answer = await promise
  socket.destroy()
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((one) => [one.split(':')[0]!.toLowerCase(), one.replace(/^[^:]*: */, '')]),
  )
  return { line, headers, body: rest.join('\r\n\r\n') }
}

/** All that an answer may carry: nothing lets other sites read it, names the software, or sets a cookie. */
const HEADERS = new Set([
  'cache-control',
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'etag',
  'intercom-version',
  'x-content-type-options',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-request-id',
])

const HOST = 'Host: 127.0.0.1\r\n'
const OWN = `Authorization: Bearer ${workspace.token}\r\nConnection: close\r\n`
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\n${HOST}${OWN}${more}\r\n`
const post = (body: string | Buffer, headers = 'Content-Type: application/json\r\n') => {
  const head = `POST /tags HTTP/1.1\r\n${HOST}${OWN}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(body as string)])
}
/** A POST whose framing is written by hand. */
const framed = (headers: string, rest: string) =>
  `POST /tags HTTP/1.1\r\n${HOST}${OWN}Content-Type: application/json\r\n${headers}\r\n${rest}`
const header = (size: number) => get('/me', `X-Pad: ${'a'.repeat(size)}\r\n`)
const headers = (count: number) => get('/me', `X-Pad: ${'a'.repeat(33)}\r\n`.repeat(count))
const sized = (bytes: number) => post(`{"name":"A","pad":"${'x'.repeat(bytes - 21)}"}`)
const nested = (levels: number) => post(`{"name":"A","deep":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`)
const objects = (levels: number) => post(`{"name":"A","a":${'{"a":'.repeat(levels - 1)}1${'}'.repeat(levels)}`)
const MIB = 1024 ** 2

type Row = [title: string, bytes: string | Buffer, status: string, code?: string]

const GROUPS: Record<string, Row[]> = {
  'no HTTP': [
    ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n\r\n', '400 Bad Request', 'bad_request'],
    ['a TLS handshake', Buffer.from('16030102000100', 'hex'), '400 Bad Request', 'bad_request'],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400 Bad Request', 'bad_request'],
    ['an unknown version', `GET /me HTTP/9.9\r\n${HOST}\r\n`, '400 Bad Request', 'bad_request'],
    ['line feeds alone', `GET /me HTTP/1.1\nHost: a\n\n`, '400 Bad Request', 'bad_request'],
    ['a space in the path', get('/m e'), '400 Bad Request', 'bad_request'],
    ['NUL in the path', get('/contacts/\0'), '400 Bad Request', 'bad_request'],
    ['a path in raw UTF-8', get('/contacts/é'), '400 Bad Request', 'bad_request'],
    ['a path with a broken escape', get('/contacts/%zz'), '400 Bad Request', 'bad_request'],
    ['a path with a broken sequence', get('/contacts/%E0%A4%A'), '400 Bad Request', 'bad_request'],
  ],
  methods: [
    ['an unknown one', `BREW /me HTTP/1.1\r\n${HOST}${OWN}\r\n`, '400 Bad Request', 'bad_request'],
    ['one in small letters', `get /me HTTP/1.1\r\n${HOST}${OWN}\r\n`, '400 Bad Request', 'bad_request'],
    ['CONNECT', `CONNECT 127.0.0.1:80 HTTP/1.1\r\n${HOST}${OWN}\r\n`, '400 Bad Request', 'bad_request'],
    ...['TRACE', 'OPTIONS', 'PATCH', 'DELETE', 'PROPFIND', 'LINK'].map((method): Row => [
      `${method} where there is none`,
      `${method} /me HTTP/1.1\r\n${HOST}${OWN}\r\n`,
      '404 Not Found',
      'not_found',
    ]),
    ['OPTIONS *', `OPTIONS * HTTP/1.1\r\n${HOST}${OWN}\r\n`, '404 Not Found', 'not_found'],
  ],
  'the Host header': [
    ['as it should be', get('/me'), '200 OK'],
    ...['a.example:4400', '[::1]', '[::1]:4400', 'xn--bcher-kva.example', 'a_b.example'].map((host): Row => [
      host,
      `GET /me HTTP/1.1\r\nHost: ${host}\r\n${OWN}\r\n`,
      '200 OK',
    ]),
    ['missing', `GET /me HTTP/1.1\r\n${OWN}\r\n`, '400 Bad Request', 'bad_request'],
    ['missing in HTTP/1.0', `GET /me HTTP/1.0\r\n${OWN}\r\n`, '400 Bad Request', 'bad_request'],
    ['twice', get('/me', 'Host: 127.0.0.1\r\n'), '400 Bad Request', 'bad_request'],
    ['twice, in other letters', get('/me', 'hOST: b.example\r\n'), '400 Bad Request', 'bad_request'],
    ...['', 'a:99999', 'a:x', 'a b', 'a/b', 'u@a', 'a?b', 'a#b', 'a\\b', '[::1', 'a,b:1:2', '%'].map((host): Row => [
      `"${host}"`,
      `GET /me HTTP/1.1\r\nHost: ${host}\r\n${OWN}\r\n`,
      '400 Bad Request',
      'bad_request',
    ]),
  ],
  headers: [
    ['15 kB of one', header(15_000), '200 OK'],
    ...[16_500, 17_000, 40_000, 70_000, 500_000].map((size): Row => [
      `${size} bytes of one`,
      header(size),
      '431 Request Header Fields Too Large',
      'bad_request',
    ]),
    ['300 of them, 12.6 kB', headers(300), '200 OK'],
    ['1,000 of them, 42 kB', headers(1000), '431 Request Header Fields Too Large', 'bad_request'],
    ['40 kB of query', get(`/me?a=${'a'.repeat(40_000)}`), '431 Request Header Fields Too Large', 'bad_request'],
    ['40 kB of path', get(`/tags/${'a'.repeat(40_000)}`), '431 Request Header Fields Too Large', 'bad_request'],
    ['a path parameter of 500 characters', get(`/tags/${'1'.repeat(500)}`), '404 Not Found', 'not_found'],
    ['a path parameter of 501 characters', get(`/tags/${'1'.repeat(501)}`), '404 Not Found', 'not_found'],
    ['a path parameter of 10 kB', get(`/tags/${'1'.repeat(10_000)}`), '404 Not Found', 'not_found'],
    ['NUL in one', get('/me', 'X-A: a\0b\r\n'), '400 Bad Request', 'bad_request'],
    ['one without a name', get('/me', ': a\r\n'), '400 Bad Request', 'bad_request'],
    ['a space before the colon', get('/me', 'X-A : a\r\n'), '400 Bad Request', 'bad_request'],
    ['one that is folded', get('/me', 'X-A: a\r\n b\r\n'), '400 Bad Request', 'bad_request'],
    [
      'two versions',
      get('/me', 'Intercom-Version: 2.7\r\nIntercom-Version: 2.11\r\n'),
      '400 Bad Request',
      'intercom_version_invalid',
    ],
    ['a second token, which does not count', get('/me', 'Authorization: Bearer other\r\n'), '200 OK'],
    ['an expectation', get('/me', 'Expect: 200-maybe\r\n'), '417 Expectation Failed', 'bad_request'],
    ...[
      'application/json',
      'APPLICATION/JSON',
      '*/*',
      'text/html, Application/*;q=0.1',
      'application/vnd.api+JSON',
    ].map((accept): Row => [`Accept: ${accept}`, get('/me', `Accept: ${accept}\r\n`), '200 OK']),
    ['an upgrade, which is ignored', get('/me', 'Upgrade: websocket\r\n'), '200 OK'],
  ],
  framing: [
    [
      'chunks',
      framed('Transfer-Encoding: chunked\r\n', 'f\r\n{"name":"chunk"}\r\n0\r\n\r\n').replace('\r\nf\r\n', '\r\n10\r\n'),
      '200 OK',
    ],
    [
      'a chunk without a size',
      framed('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n0\r\n\r\n'),
      '400 Bad Request',
      'bad_request',
    ],
    ['two lengths', framed('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), '400 Bad Request', 'bad_request'],
    [
      'a length and chunks',
      framed('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
      '400 Bad Request',
      'bad_request',
    ],
    ['a coding that is not chunked', framed('Transfer-Encoding: gzip\r\n', '{}'), '400 Bad Request', 'bad_request'],
    ...['-2', 'two', '99999999999999999999999', '0x2', '+2', '1.5', ''].map((length): Row => [
      `a length of "${length}"`,
      framed(`Content-Length: ${length}\r\n`, '{}'),
      '400 Bad Request',
      'bad_request',
    ]),
  ],
  bodies: [
    ['4 MiB', sized(4 * MIB), '200 OK'],
    ['4 MiB and a byte', sized(4 * MIB + 1), '413 Payload Too Large', 'payload_too_large'],
    [
      '5 MB that are only announced',
      framed('Content-Length: 5000000\r\n', '{'),
      '413 Payload Too Large',
      'payload_too_large',
    ],
    [
      '5 MB in a chunk',
      framed('Transfer-Encoding: chunked\r\n', `4c4b40\r\n${'a'.repeat(5_000_000)}\r\n0\r\n\r\n`),
      '413 Payload Too Large',
      'payload_too_large',
    ],
    ['64 levels of arrays', nested(64), '200 OK'],
    ['65 levels of arrays', nested(65), '400 Bad Request', 'bad_request'],
    ['64 levels of objects', objects(64), '200 OK'],
    ['65 levels of objects', objects(65), '400 Bad Request', 'bad_request'],
    ['100,000 levels', post('['.repeat(100_000)), '400 Bad Request', 'bad_request'],
    ['brackets in a text, which are no levels', post(`{"name":"A","pad":"\\"${'[{'.repeat(100)}"}`), '200 OK'],
    ['half a text', post('{"name":"A'), '400 Bad Request', 'bad_request'],
    ['two values', post('{"name":"A"}{"name":"B"}'), '400 Bad Request', 'bad_request'],
    ['NaN', post('{"name":NaN}'), '400 Bad Request', 'bad_request'],
  ],
  'encoding and type': [
    [
      'bytes that are no UTF-8',
      post(Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
      '400 Bad Request',
      'bad_request',
    ],
    [
      'a text that is cut within a character',
      post(Buffer.from('{"name":"é"}').subarray(0, 10)),
      '400 Bad Request',
      'bad_request',
    ],
    [
      'Latin-1',
      post(Buffer.from('{"name":"é"}', 'latin1'), 'Content-Type: application/json; charset=iso-8859-1\r\n'),
      '400 Bad Request',
      'bad_request',
    ],
    [
      'UTF-16',
      post(Buffer.from('{"name":"A"}', 'utf16le'), 'Content-Type: application/json; charset=utf-16\r\n'),
      '400 Bad Request',
      'bad_request',
    ],
    [
      'a surrogate in CESU-8',
      post(Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')])),
      '400 Bad Request',
      'bad_request',
    ],
    [
      'a compressed body',
      post('{"name":"A"}', 'Content-Type: application/json\r\nContent-Encoding: gzip\r\n'),
      '415 Unsupported Media Type',
      'media_type_not_supported',
    ],
    [
      'a body that says it is not compressed',
      post('{"name":"A"}', 'Content-Type: application/json\r\nContent-Encoding: identity\r\n'),
      '200 OK',
    ],
    ...[
      'application/json',
      'APPLICATION/JSON',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
      'application/vnd.api+json',
    ].map((type): Row => [type, post('{"name":"A"}', `Content-Type: ${type}\r\n`), '200 OK']),
    ['no type', post('{"name":"A"}', ''), '200 OK'],
    ...[
      'application/xml',
      'text/plain',
      'text/json',
      'TEXT/HTML',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      ';;;',
      'json',
      'application/jsonp',
      'application/json-seq',
    ].map((type): Row => [
      type,
      post('{"name":"A"}', `Content-Type: ${type}\r\n`),
      '415 Unsupported Media Type',
      'media_type_not_supported',
    ]),
  ],
}

for (const [group, rows] of Object.entries(GROUPS))
  suite(`raw bytes: ${group}`, () => {
    for (const [title, bytes, status, code] of rows)
      test(`${title} → ${status}`, { timeout: 90_000 }, async () => {
        const { line, headers, body } = await exchange(bytes)
        const what = `${line} ${body.slice(0, 200)}`
        assert.equal(line, `HTTP/1.1 ${status}`, what)
        assert.equal(headers['content-type'], 'application/json; charset=utf-8', what)
        assert.equal(headers['x-content-type-options'], 'nosniff', what)
        assert.equal(headers['connection'], 'close', what)
        assert.deepEqual(
          Object.keys(headers).filter((name) => !HEADERS.has(name)),
          [],
          what,
        )
        assert.equal(headers['content-length'], String(Buffer.byteLength(body)), what)
        const parsed = JSON.parse(body)
        if (code === undefined) return
        const { request_id, errors, ...rest } = parsed
        assert.deepEqual(rest, { type: 'error.list' })
        assert.equal(request_id, headers['x-request-id'])
        assert.deepEqual(Object.keys(errors[0]), ['code', 'message'])
        assert.deepEqual([errors.length, errors[0].code, errors[0].message !== ''], [1, code, true])
      })
  })

test('after all of that the server answers as before', async () => {
  const { line, body } = await exchange(get('/me'))
  assert.equal(line, 'HTTP/1.1 200 OK')
  assert.equal(JSON.parse(body).id, String(workspace.adminId))
})
