import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNetwork, within } from './networks.ts'

for (const [network, inside, outside] of [
  ['192.0.2.1', ['192.0.2.1', '::ffff:192.0.2.1'], ['192.0.2.2', '::192.0.2.1', '::1']],
  ['192.168.0.1/24', ['192.168.0.0', '192.168.0.255', '::FFFF:192.168.0.7'], ['192.168.1.0', '10.0.0.1']],
  ['0.0.0.0/0', ['8.8.8.8'], ['2001:db8::1']],
  ['2001:db8::/32', ['2001:db8::1', '2001:DB8:ffff::'], ['2001:db9::1', '127.0.0.1']],
  ['::1', ['::1', '0:0:0:0:0:0:0:1'], ['::2', '127.0.0.1']],
  ['::/0', ['2001:db8::1', '::1'], ['8.8.8.8', '::ffff:8.8.8.8']],
  ['::ffff:a00:0/104', ['10.1.2.3', '::ffff:a01:203'], ['11.0.0.1', '2001:db8::1']],
  ['0:0:0:0:0:ffff:10.0.0.1', ['10.0.0.1', '::ffff:10.0.0.1'], ['10.0.0.2']],
  ['::ffff:10.0.0.0/104', ['10.1.2.3', '::ffff:10.9.9.9'], ['11.0.0.1']],
] as const)
  test(`${network} is within its bounds`, () => {
    assert.ok(isNetwork(network))
    const isWithin = within([network])
    for (const address of inside) assert.ok(isWithin(address), address)
    for (const address of outside) assert.ok(!isWithin(address), address)
  })

for (const text of [
  '',
  '192.0.2',
  '192.0.2.1/33',
  '192.0.2.1/',
  '192.0.2.1/-1',
  '192.0.2.1/1/1',
  '::1/129',
  'fe80::1%eth0',
  'example.com',
  '010.0.0.1',
  ' 10.0.0.1',
])
  test(`"${text}" is no network`, () => {
    assert.ok(!isNetwork(text))
  })

test('several networks are one list, and none let nobody in', () => {
  const isWithin = within(['10.0.0.0/8', '2001:db8::/32'])
  assert.deepEqual(['10.1.1.1', '2001:db8::5', '11.1.1.1'].map(isWithin), [true, true, false])
  assert.ok(!within([])('10.0.0.1'))
})
