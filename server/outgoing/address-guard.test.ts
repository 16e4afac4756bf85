/**
 * Where an outgoing request may go: the world's names and sockets are the test's, the guard and Node's
 * HTTP client are the real ones. Nothing leaves the machine.
 */
import assert from 'node:assert/strict'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net, { type LookupFunction } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, mock, suite, test } from 'node:test'
import type { Reach } from '../config.ts'
import { download } from './download.ts'
import { exchange } from './exchange.ts'
import { post } from './post.ts'
import { startReceiver } from './test-receiver.ts'

const receiver = await startReceiver()
const PUBLIC = ['172.32.0.5', '2a00:1::5']
const PRIVATE = ['10.1.2.3', '127.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1']

/** The answers of each name, one a look-up; the last one repeats. */
let names: Record<string, string[][]> = {}
/** `address:port` of each connection that was asked for. */
let connections: string[] = []
let lookups = 0

const lookup = dns.lookup
const resolveName = (host: string, options: dns.LookupAllOptions, found: any) => {
  if (!host.includes('.example') && !names[host]) return lookup(host, options, found)
  lookups++
  const answers = names[host]
  const answer = answers && answers.length > 1 ? answers.shift()! : answers?.[0]
  if (!answer) return process.nextTick(found, Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }))
  const all = answer.map((address) => ({ address, family: net.isIP(address) }))
  assert.ok(options.all, 'the guard must see every address')
  process.nextTick(found, null, all)
}

/** Connects to the receiver, in the clear, whatever address the client has decided on. */
function connect(options: net.TcpNetConnectOpts) {
  const { port } = new URL(receiver.url())
  const reach = (address: string) => void connections.push(`${address}:${options.port}`)
  if (net.isIP(options.host!)) {
    reach(options.host!)
    return net.connect({ host: '127.0.0.1', port: Number(port) })
  }
  const mapped: LookupFunction = (host, how, found) =>
    (options.lookup ?? (lookup as LookupFunction))(host, { ...how, all: true }, (error, addresses) => {
      if (error) return found(error, [])
      for (const { address } of addresses as dns.LookupAddress[]) reach(address)
      found(null, [{ address: '127.0.0.1', family: 4 }])
    })
  return net.connect({ host: options.host!, port: Number(port), lookup: mapped })
}

const send = (url: string, reach: Reach = 'public') =>
  post(url, Buffer.from('{}'), { headers: {}, timeoutMs: 3000, reach })

/** Failure and error of a request that carries a secret. */
const sendSecret = async (url: string, reach: Reach) => {
  const sent = { method: 'GET', headers: {}, timeoutMs: 3000, mostBytes: 1000, reach, secret: true }
  const { failure, error } = await exchange(new URL(url), sent)
  return [failure, error]
}

/** The two ways in which the server calls an address: as webhooks do, and as data connectors do. */
const WAYS: Record<string, (url: string) => Promise<{ status: number | null; error: string | null }>> = {
  'a post': (url) => send(url),
  'an exchange': (url) =>
    exchange(new URL(url), {
      method: 'POST',
      headers: {},
      body: Buffer.from('{}'),
      timeoutMs: 3000,
      mostBytes: 1000,
      reach: 'public',
    }),
}

suite('outgoing requests', () => {
  before(() => {
    mock.method(dns, 'lookup', resolveName as never)
    syncBuiltinESMExports()
    for (const { Agent } of [http, https]) mock.method(Agent.prototype as any, 'createConnection', connect)
  })
  after(() => {
    mock.restoreAll()
    syncBuiltinESMExports()
  })
  beforeEach(() => {
    names = { localhost: [['127.0.0.1', '::1']] }
    connections = []
    lookups = 0
  })

  const REFUSED = { status: null, error: 'the address is not public' }

  interface Case {
    n: number
    url: string
    verdict: 'refused' | 'allowed'
    why: string
    dns?: Record<string, string[][]>
    http?: Record<string, { status: number; location: string }>
    requests?: number
    requestsAtMost?: number
  }
  const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'ssrf.json'), 'utf8')) as { cases: Case[] }

  test('the file of attempts holds the 40 that it came with', () => assert.equal(cases.length, 40))

  for (const [way, call] of Object.entries(WAYS))
    for (const one of cases)
      test(`${way}: attempt ${one.n} is ${one.verdict}: ${one.url} (${one.why})`, async () => {
        Object.assign(names, structuredClone(one.dns))
        for (const [url, { status }] of Object.entries(one.http ?? {})) receiver.answer(new URL(url).pathname, status)
        const { status, error } = await call(one.url)
        const most = one.requests ?? one.requestsAtMost ?? (one.verdict === 'allowed' ? 1 : 0)
        assert.ok(connections.length <= most, connections.join())
        if (one.verdict === 'allowed') {
          assert.deepEqual([status, error, connections.length], [200, null, 1])
        } else if (one.http) {
          assert.deepEqual([status, connections.length], [302, 1], 'a redirect is an answer, not followed')
        } else {
          assert.equal(status, null)
          assert.match(error!, /^the address is not (public|allowed)$/)
        }
      })

  for (const one of cases)
    test(`a download from attempt ${one.n} is ${one.verdict}: ${one.url} (${one.why})`, async () => {
      Object.assign(names, one.dns)
      for (const [url, { location }] of Object.entries(one.http ?? {}))
        receiver.redirect(new URL(url).pathname, location)
      const found = await download(new URL(one.url), { timeoutMs: 3000, mostBytes: 1000, reach: 'public' })
      const most = one.requests ?? one.requestsAtMost ?? (one.verdict === 'allowed' ? 1 : 0)
      assert.ok(connections.length <= most, connections.join())
      if (one.requests !== undefined) assert.equal(connections.length, one.requests)
      if (one.verdict === 'allowed') assert.deepEqual([String(found.bytes), connections.length], ['thank you', 1])
      else {
        assert.match(found.error!, /^(the address is not (public|allowed)|the redirects do not end)$/)
        assert.equal('again' in found && found.again, false)
      }
    })

  /** All orders of one to three public and private addresses. */
  const answers = PUBLIC.flatMap((open) => [
    [open],
    ...PRIVATE.flatMap((closed) => [
      [closed],
      [open, closed],
      [closed, open],
      [open, closed, PUBLIC[0]!],
      [closed, open, closed],
      [open, PUBLIC[1]!, closed],
    ]),
  ])

  test('a name is called only where all of its addresses are public, in any order', async () => {
    for (const answer of [...answers, PUBLIC, PUBLIC.toReversed()]) {
      names = { 'hooks.example': [answer] }
      connections = []
      const allowed = answer.every((address) => PUBLIC.includes(address))
      const { status, error } = await send('https://hooks.example/')
      assert.deepEqual({ status, error }, allowed ? { status: 200, error: null } : REFUSED, answer.join())
      assert.deepEqual(connections, allowed ? answer.map((address) => `${address}:443`) : [], answer.join())
    }
  })

  test('a name that turns private after its first look-up is looked up once a request, and refused by the next', async () => {
    names = { 'rebind.example': [[PUBLIC[0]!], ['127.0.0.1']] }
    assert.equal((await send('http://rebind.example/')).status, 200)
    assert.deepEqual([lookups, connections], [1, [`${PUBLIC[0]}:80`]])
    assert.deepEqual(await send('http://rebind.example/'), REFUSED)
    assert.deepEqual([lookups, connections.length], [2, 1])
  })

  test('a name without addresses, or that is not known, is called nowhere', async () => {
    names = { 'empty.example': [[]] }
    assert.deepEqual(await send('http://empty.example/'), REFUSED)
    assert.deepEqual(await send('http://nobody.example/'), { status: null, error: 'the host name is not known' })
    assert.deepEqual(connections, [])
  })

  /** Each writes an address that is not public. */
  const NOTATIONS = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '017700000001',
    '0177.0.0.1',
    '0x7f.1',
    '0x7F000001',
    '127.0.0.1.',
    '%31%32%37.0.0.1',
    '１２７。０。０。１',
    '⑯⑨。254。169。254'.replace('⑯⑨', '169'),
    '2852039166',
    '0xA9FEA9FE',
    '0251.0376.0251.0376',
    '10.1',
    '012.1',
    '192.168.257',
    '0',
    '0.0.0.0.',
    '4294967295',
    '100.64.1',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::FFFF:7F00:1]',
    '[FE80::1]',
    '[fd00:ec2::254]',
    '[64:ff9b::a9fe:a9fe]',
    'localhost',
    'LOCALHOST',
    'ｌｏｃａｌｈｏｓｔ',
  ]

  for (const host of NOTATIONS)
    test(`${host} is refused, with each scheme and port`, async () => {
      for (const scheme of ['http', 'https', 'HTTP'])
        for (const port of ['', ':80', ':443', ':8080', ':65535'])
          assert.deepEqual(await send(`${scheme}://${host}${port}/`), REFUSED, scheme + port)
      assert.deepEqual(connections, [])
    })

  test('a name with a dot at its end, in capitals or in another script is looked up as the same name', async () => {
    names = {
      'xn--bcher-kva.example': [['10.0.0.1']],
      'inside.example': [['10.0.0.1']],
      'inside.example.': [['10.0.0.1']],
    }
    for (const host of [
      'bücher.example',
      'BÜCHER.EXAMPLE',
      'inside.example.',
      'INSIDE.Example',
      'in\u00adside.example',
    ])
      assert.deepEqual(await send(`https://${host}/`), REFUSED, host)
    assert.deepEqual(connections, [])
  })

  for (const status of [300, 301, 302, 303, 307, 308])
    test(`a redirect with ${status} is the answer: nothing else is called`, async () => {
      names = { 'hop.example': [[PUBLIC[0]!]] }
      receiver.answer(`/hop-${status}`, status)
      assert.deepEqual(await send(`http://hop.example/hop-${status}`), { status, error: null })
      assert.deepEqual(connections, [`${PUBLIC[0]}:80`])
    })

  test('the setting opens loopback and private networks, and nothing else', async () => {
    const opened = ['10.0.0.1', '127.0.0.1', '172.16.0.1', '192.168.1.1', '::1', 'fd00::1']
    const shut = ['0.0.0.0', '100.64.0.1', '169.254.169.254', '192.0.0.1', '224.0.0.1', '255.255.255.255']
    shut.push('::', 'fe80::1', 'ff02::1', '2002:7f00:1::1', '64:ff9b::7f00:1', '::ffff:169.254.169.254')
    for (const address of [...opened, ...shut]) {
      const allowed = opened.includes(address)
      names = { 'near.example': [[address]], 'mixed.example': [[address, PUBLIC[0]!]] }
      const host = address.includes(':') ? `[${address}]` : address
      for (const url of [`http://${host}:8080/`, 'http://near.example/', 'https://mixed.example/'])
        assert.equal(
          (await send(url, 'private')).error,
          allowed ? null : 'the address is not public',
          `${address} ${url}`,
        )
    }
  })

  test('a server that this machine alone reaches may tell this machine, and no other private address', async () => {
    const opened = ['127.0.0.1', '127.8.9.1', '::1']
    for (const address of [...opened, '10.0.0.1', '192.168.1.1', 'fd00::1', '169.254.169.254', '0.0.0.0', '::']) {
      names = { 'near.example': [[address]] }
      const host = address.includes(':') ? `[${address}]` : address
      const expected = opened.includes(address) ? null : 'the address is not public'
      for (const url of [`http://${host}:8080/`, 'http://near.example/'])
        assert.equal((await send(url, 'loopback')).error, expected, `${address} ${url}`)
    }
  })

  test('a secret goes over http to addresses of this machine and its networks only, and over https anywhere', async () => {
    names = { 'open.example': [[PUBLIC[0]!]], 'near.example': [['10.1.2.3']], 'own.example': [['127.0.0.1']] }
    names['rebind.example'] = [['10.1.2.3'], [PUBLIC[0]!]]
    const plain = ['address', 'a stored token is sent over https only']
    for (const url of ['http://open.example/', `http://${PUBLIC[0]}/`, `http://[${PUBLIC[1]}]/`])
      for (const reach of ['public', 'loopback', 'private'] as const)
        assert.deepEqual(await sendSecret(url, reach), plain, url)
    assert.deepEqual(connections, [])
    for (const [url, reach] of [
      ['https://open.example/', 'public'],
      ['http://own.example/', 'loopback'],
      ['http://near.example/', 'private'],
      ['http://rebind.example/', 'private'],
    ] as const)
      assert.deepEqual(await sendSecret(url, reach), [null, null], url)
    assert.deepEqual(await sendSecret('http://rebind.example/', 'private'), plain)
  })

  test('credentials and other schemes are refused, with the setting as well', async () => {
    names = { 'hooks.example': [[PUBLIC[0]!]] }
    for (const url of [
      'https://u@hooks.example/',
      'https://:p@hooks.example/',
      'ftp://hooks.example/',
      'ws://hooks.example/',
      'data:,x',
    ])
      for (const reach of ['public', 'loopback', 'private'] as const)
        assert.deepEqual(await send(url, reach), { status: null, error: 'the address is not allowed' }, url)
    assert.deepEqual([connections, lookups], [[], 0])
  })
})
