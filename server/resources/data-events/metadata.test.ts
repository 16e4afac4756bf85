import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventScene } from './test-scene.ts'

const { user, submit, list } = await eventScene()

async function kept(metadata: unknown) {
  const { id } = await user()
  const { status, body } = await submit({ id, metadata })
  if (status !== 202) return [status, body.errors[0]]
  return (await list(id)).body.events[0].metadata
}

test('texts, numbers, switches, dates, links and money are kept as they were sent, in their order', async () => {
  const metadata = {
    source: 'desktop',
    load: 3.67,
    paid: true,
    coupon: null,
    contact_date: 1392036272,
    article: 'https://example.org/ab1de.html',
    order: { url: 'http://example.org/orders/12', value: '#12' },
    price: { amount: 34999, currency: 'eur' },
    stripe_invoice: 'inv_3434343434',
  }
  const shown = await kept(metadata)
  assert.deepEqual(shown, metadata)
  assert.deepEqual(Object.keys(shown), Object.keys(metadata))
})

test('an event without metadata has none', async () => {
  for (const nothing of [undefined, null, {}]) assert.deepEqual(await kept(nothing), {})
})

test('keeps the first ten keys, in the order in which they were sent', async () => {
  const keys = ['z', 'y', 'x', 'w', 'v', 'u', 't', 's', 'r', 'q', 'p', 'a']
  const shown = await kept(Object.fromEntries(keys.map((key, n) => [key, n])))
  assert.deepEqual(Object.keys(shown), keys.slice(0, 10))
})

test('keys after the tenth are ignored, even if their values are invalid', async () => {
  const ten = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`key ${n}`, n]))
  assert.deepEqual(await kept({ ...ten, eleventh: { nested: { deep: true } } }), ten)
})

test('nested values other than links and money, and texts without end, answer 400', async () => {
  for (const value of [
    { nested: true },
    ['a'],
    { url: 'https://example.org', value: { a: 1 } },
    { url: 'javascript:alert(1)', value: 'a' },
    { url: 'https://example.org' },
    { url: 'https://example.org', value: 'a', more: 1 },
    { amount: 'much', currency: 'eur' },
    { amount: 1.5, currency: 'eur' },
    { amount: -1, currency: 'eur' },
    { amount: 1, currency: 'euros' },
    { amount: 1 },
    {},
    'x'.repeat(2001),
  ]) {
    const [status, error] = await kept({ key: value })
    assert.deepEqual([status, error.code, error.field], [400, 'parameter_invalid', 'metadata'], JSON.stringify(value))
    assert.match(error.message, /^Invalid metadata: key is /)
  }
  const [status] = await kept({ ['k'.repeat(256)]: 1 })
  assert.equal(status, 400)
})
