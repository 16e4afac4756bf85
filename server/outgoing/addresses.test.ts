/** Every special-purpose block of IANA's registries, written down here by hand: its edges and both neighbours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed, isOwn, isPublic, mayCarrySecret } from './addresses.ts'

interface Block {
  block: string
  first: string
  last: string
  /** Public neighbours; left out where the neighbour is reserved as well. */
  before?: string
  after?: string
  /** Opened by `PARLEY_PRIVATE_URLS=1`. */
  own?: true
}

const V4: Block[] = [
  { block: '0/8 this network', first: '0.0.0.0', last: '0.255.255.255', after: '1.0.0.0' },
  {
    block: '10/8 private',
    first: '10.0.0.0',
    last: '10.255.255.255',
    before: '9.255.255.255',
    after: '11.0.0.0',
    own: true,
  },
  {
    block: '100.64/10 shared',
    first: '100.64.0.0',
    last: '100.127.255.255',
    before: '100.63.255.255',
    after: '100.128.0.0',
  },
  {
    block: '127/8 loopback',
    first: '127.0.0.0',
    last: '127.255.255.255',
    before: '126.255.255.255',
    after: '128.0.0.0',
    own: true,
  },
  {
    block: '169.254/16 link-local',
    first: '169.254.0.0',
    last: '169.254.255.255',
    before: '169.253.255.255',
    after: '169.255.0.0',
  },
  {
    block: '172.16/12 private',
    first: '172.16.0.0',
    last: '172.31.255.255',
    before: '172.15.255.255',
    after: '172.32.0.0',
    own: true,
  },
  {
    block: '192.0.0/24 protocol assignments',
    first: '192.0.0.0',
    last: '192.0.0.255',
    before: '191.255.255.255',
    after: '192.0.1.0',
  },
  {
    block: '192.0.2/24 documentation',
    first: '192.0.2.0',
    last: '192.0.2.255',
    before: '192.0.1.255',
    after: '192.0.3.0',
  },
  {
    block: '192.88.99/24 6to4 relays',
    first: '192.88.99.0',
    last: '192.88.99.255',
    before: '192.88.98.255',
    after: '192.88.100.0',
  },
  {
    block: '192.168/16 private',
    first: '192.168.0.0',
    last: '192.168.255.255',
    before: '192.167.255.255',
    after: '192.169.0.0',
    own: true,
  },
  {
    block: '198.18/15 benchmarking',
    first: '198.18.0.0',
    last: '198.19.255.255',
    before: '198.17.255.255',
    after: '198.20.0.0',
  },
  {
    block: '198.51.100/24 documentation',
    first: '198.51.100.0',
    last: '198.51.100.255',
    before: '198.51.99.255',
    after: '198.51.101.0',
  },
  {
    block: '203.0.113/24 documentation',
    first: '203.0.113.0',
    last: '203.0.113.255',
    before: '203.0.112.255',
    after: '203.0.114.0',
  },
  { block: '224/4 multicast', first: '224.0.0.0', last: '239.255.255.255', before: '223.255.255.255' },
  { block: '240/4 reserved and broadcast', first: '240.0.0.0', last: '255.255.255.255' },
]

const F3 = 'ffff:ffff:ffff'
const F5 = `${F3}:ffff:ffff`
const F6 = `${F5}:ffff`
const V6: Block[] = [
  { block: '::/128 unspecified', first: '::', last: '0:0:0:0:0:0:0:0' },
  { block: '::1/128 loopback', first: '::1', last: '0:0:0:0:0:0:0:1', own: true },
  { block: '::/96 IPv4-compatible', first: '::2', last: '::ffff:ffff' },
  { block: '64:ff9b::/96 NAT64', first: '64:ff9b::', last: '64:ff9b::ffff:ffff' },
  { block: '64:ff9b:1::/48 local NAT64', first: '64:ff9b:1::', last: `64:ff9b:1:${F5}` },
  { block: '100::/64 discard-only', first: '100::', last: `100::${F3}:ffff` },
  { block: '100:0:0:1::/64 dummy', first: '100:0:0:1::', last: `100:0:0:1:${F3}:ffff` },
  { block: 'below 2000::/3, unallocated', first: '200::', last: `1fff:ffff:${F6}`, after: '2000::' },
  {
    block: '2001::/23 protocol assignments',
    first: '2001::',
    last: `2001:1ff:${F6}`,
    before: `2000:ffff:${F6}`,
    after: '2001:200::',
  },
  {
    block: '2001:db8::/32 documentation',
    first: '2001:db8::',
    last: `2001:db8:${F6}`,
    before: `2001:db7:${F6}`,
    after: '2001:db9::',
  },
  { block: '2002::/16 6to4', first: '2002::', last: `2002:ffff:${F6}`, before: `2001:ffff:${F6}`, after: '2003::' },
  {
    block: '3fff::/20 documentation',
    first: '3fff::',
    last: `3fff:fff:${F6}`,
    before: `3ffe:ffff:${F6}`,
    after: '3fff:1000::',
  },
  { block: 'above 2000::/3, unallocated', first: '4000::', last: `5eff:ffff:${F6}`, before: `3fff:ffff:${F6}` },
  { block: '5f00::/16 segment routing', first: '5f00::', last: `5f00:ffff:${F6}` },
  { block: '6000::/3 to e000::/4, unallocated', first: '6000::', last: `fbff:ffff:${F6}` },
  { block: 'fc00::/7 unique local', first: 'fc00::', last: `fdff:ffff:${F6}`, own: true },
  { block: 'fe00::/9 reserved', first: 'fe00::', last: `fe7f:ffff:${F6}` },
  { block: 'fe80::/10 link-local', first: 'fe80::', last: `febf:ffff:${F6}` },
  { block: 'fec0::/10 site-local', first: 'fec0::', last: `feff:ffff:${F6}` },
  { block: 'ff00::/8 multicast', first: 'ff00::', last: `ffff:ffff:${F6}` },
]

for (const { block, first, last, before, after, own = false } of [...V4, ...V6])
  test(`${block}: neither edge is public, and both public neighbours are`, () => {
    for (const address of [first, last]) {
      assert.equal(isPublic(address), false, address)
      assert.equal(isOwn(address), own, `${address} with private URLs allowed`)
    }
    for (const address of [before, after]) {
      if (address === undefined) continue
      assert.equal(isPublic(address), true, address)
      assert.equal(isOwn(address), false, `${address} is no address of a private network`)
    }
  })

/** Ways in which an IPv6 address stands for an IPv4 one: each is refused, whatever it stands for. */
const EMBEDDINGS: Record<string, (dotted: string, hex: string) => string> = {
  mapped: (dotted) => `::ffff:${dotted}`,
  'mapped, in hexadecimal': (_, hex) => `::ffff:${hex}`,
  'mapped, written in full': (_, hex) => `0000:0000:0000:0000:0000:FFFF:${hex}`,
  compatible: (dotted) => `::${dotted}`,
  translated: (dotted) => `::ffff:0:${dotted}`,
  NAT64: (dotted) => `64:ff9b::${dotted}`,
  'local NAT64': (_, hex) => `64:ff9b:1::${hex}`,
  '6to4': (_, hex) => `2002:${hex}::1`,
  Teredo: (_, hex) => `2001:0:${hex}::1`,
}
const hexOf = (dotted: string) =>
  Buffer.from(dotted.split('.').map(Number))
    .toString('hex')
    .replace(/(.{4})/, '$1:')

for (const [name, embed] of Object.entries(EMBEDDINGS))
  test(`an IPv4 address inside an IPv6 one is not public: ${name}`, () => {
    for (const dotted of ['8.8.8.8', ...V4.flatMap(({ first, last }) => [first, last])]) {
      const address = embed(dotted, hexOf(dotted))
      assert.equal(isPublic(address), false, address)
    }
  })

for (const text of [
  '',
  'localhost',
  '127.1',
  '010.0.0.1',
  '0x7f000001',
  '2130706433',
  '8.8.8.8.',
  '[::1]',
  '8.8.8.8:80',
])
  test(`"${text}" is no address, so neither public nor private`, () => {
    assert.deepEqual([isPublic(text), isOwn(text)], [false, false])
  })

test('a zone does not make a link-local address public', () => {
  for (const zoned of ['fe80::1%eth0', 'fe80::1%1']) assert.deepEqual([isPublic(zoned), isOwn(zoned)], [false, false])
})

for (const [kind, addresses, reaches] of [
  ['public', ['8.8.8.8', '2606:4700::1111'], ['public', 'loopback', 'private']],
  ['loopback', ['127.0.0.1', '127.255.255.255', '::1'], ['loopback', 'private']],
  ['private', ['10.0.0.1', '192.168.1.1', '172.16.0.1', 'fd00::1'], ['private']],
  ['link-local or reserved', ['169.254.169.254', '0.0.0.0', 'fe80::1', '::', '126.0.0.0.1', '::2', '240.0.0.1'], []],
  ['misspelt', ['localhost', ''], []],
] as const)
  test(`${kind} addresses are allowed ${reaches.length > 0 ? `with the reach ${reaches.join(', ')}` : 'nowhere'}`, () => {
    for (const address of addresses)
      for (const reach of ['public', 'loopback', 'private'] as const)
        assert.equal(isAllowed(address, reach), (reaches as readonly string[]).includes(reach), `${address}, ${reach}`)
  })

for (const [kind, hosts, reaches] of [
  ['this machine', ['localhost', 'a.LOCALHOST.', '127.0.0.1', '0x7f.1', '[::1]'], ['loopback', 'private']],
  ['a private network', ['10.0.0.1', '[fd00::1]'], ['private']],
  ['a name', ['orders', 'orders.example', 'localhost.example'], ['private']],
  ['a public or reserved address', ['8.8.8.8', '[2606:4700::1111]', '169.254.169.254', '0.0.0.0'], []],
] as const)
  test(`a secret may go over http to ${kind} ${reaches.length > 0 ? `with ${reaches.join(', ')}` : 'never'}`, () => {
    for (const host of hosts)
      for (const reach of ['public', 'loopback', 'private'] as const) {
        const expected = (reaches as readonly string[]).includes(reach)
        assert.equal(mayCarrySecret(new URL(`http://${host}/`), reach), expected, `${host}, ${reach}`)
        assert.equal(mayCarrySecret(new URL(`https://${host}/`), reach), true)
      }
  })
