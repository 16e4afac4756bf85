/** Rows after a cursor in each kind of order, and refused cursors. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragment, type Fragment } from '../db/pool.ts'
import { decodeCursor, encodeCursor, type CursorValue } from '../http/cursor.ts'
import { keyset } from './keyset.ts'
import { rendered } from './rendered.ts'
import type { Order } from './sort.ts'

const text = { type: 'text', column: fragment`t.id` } as const
const bigint = { type: 'bigint', column: fragment`t.id` } as const
const order = (type: Order['type'], more: Partial<Order> = {}): Order => ({
  column: fragment`t.key`,
  type,
  nullable: false,
  direction: 'ascending',
  field: 'key',
  ...more,
})
const nullable = { nullable: true }
const descending = { direction: 'descending' } as const

test('the first page begins with the first row', () => {
  for (const startingAfter of [undefined, null]) {
    const page = keyset(order('string'), text, startingAfter)
    assert.deepEqual(rendered(page.after), { sql: 'true', values: [] })
    assert.equal(page.page, 1)
  }
})

const orders: [order: Order, orderBy: string, sortKey: string][] = [
  [order('string'), 't.key asc, t.id asc', 't.key'],
  [order('date', descending), 't.key desc, t.id desc', 't.key'],
  [order('number', nullable), 't.key asc nulls last, t.id asc', 't.key::float8'],
  [order('date', { ...nullable, ...descending }), 't.key desc nulls last, t.id desc', 't.key'],
]

for (const [order, orderBy, sortKey] of orders)
  test(`rows come in the order ${orderBy}`, () => {
    const page = keyset(order, text, undefined)
    assert.equal(rendered(page.orderBy).sql, orderBy)
    assert.equal(rendered(page.sortKey).sql, sortKey)
    assert.equal(page.order, order)
  })

type Id = typeof text | typeof bigint
const after: [name: string, order: Order, id: Id, key: CursorValue, lastId: string | number, sql: string][] = [
  ['a text', order('string'), text, 'ann', 'x1', '(t.key, t.id) > ($1::text, $2::text)'],
  ['a text, backwards', order('string', descending), text, 'ann', 'x1', '(t.key, t.id) < ($1::text, $2::text)'],
  ['a number', order('number'), bigint, 1.5 * 2, 7, '(t.key, t.id) > ($1::float8, $2::bigint)'],
  ['a date', order('date'), text, 5000, 'x1', '(t.key, t.id) > (to_timestamp($1::float8 / 1000), $2::text)'],
  [
    'a text among rows without one',
    order('string', nullable),
    text,
    'ann',
    'x1',
    '((t.key, t.id) > ($1::text, $2::text) or t.key is null)',
  ],
]

for (const [name, order, id, key, lastId, sql] of after)
  test(`a page begins after ${name} and the id beside it`, () => {
    const page = keyset(order, id, encodeCursor([key, lastId, 2]))
    assert.deepEqual(rendered(page.after), { sql, values: [key, lastId] })
    assert.equal(page.page, 2)
  })

for (const [direction, sign] of [
  ['ascending', '>'],
  ['descending', '<'],
] as const)
  test(`after a row without a value come the others without one, ${direction}`, () => {
    const page = keyset(order('date', { ...nullable, direction }), bigint, encodeCursor([null, 7, 3]))
    assert.deepEqual(rendered(page.after), { sql: `(t.key is null and t.id ${sign} $1::bigint)`, values: [7] })
    assert.equal(page.page, 3)
  })

test('the next cursor carries what the row was sorted by, its id, and the number of its page', () => {
  const first = keyset(order('date'), text, undefined)
  const next = first.next({ id: 'x1', sort_key: new Date(1_734_537_437_123) })
  assert.deepEqual(decodeCursor(next, 3), [1_734_537_437_123, 'x1', 2])
  const second = keyset(order('date'), text, next)
  for (const sort_key of [5, 'ann', null])
    assert.deepEqual(decodeCursor(second.next({ id: 7, sort_key }), 3), [sort_key, 7, 3])
})

const FIRST_MILLISECOND = -210_866_803_200_000
test('the earliest date of the database can be paged from', () => {
  assert.equal(keyset(order('date'), text, encodeCursor([FIRST_MILLISECOND, 'x1', 2])).page, 2)
  assert.equal(keyset(order('number'), text, encodeCursor([FIRST_MILLISECOND - 1, 'x1', 1])).page, 1)
})

const refused: [name: string, order: Order, id: Id, cursor: unknown][] = [
  ['no text', order('string'), text, 5],
  ['an empty text', order('string'), text, ''],
  ['garbage', order('string'), text, '%%%'],
  ['two values', order('string'), text, encodeCursor(['ann', 'x1'])],
  ['an id of another type', order('string'), text, encodeCursor(['ann', 7, 2])],
  ['text for an id that is a number', order('string'), bigint, encodeCursor(['ann', '7', 2])],
  ['no id', order('string'), text, encodeCursor(['ann', null, 2])],
  ['a page that is text', order('string'), text, encodeCursor(['ann', 'x1', '2'])],
  ['no page', order('string'), text, encodeCursor(['ann', 'x1', null])],
  ['page 0', order('string'), text, encodeCursor(['ann', 'x1', 0])],
  ['no key where every row has one', order('string'), text, encodeCursor([null, 'x1', 2])],
  ['a number where texts are sorted', order('string', nullable), text, encodeCursor([5, 'x1', 2])],
  ['a text where numbers are sorted', order('number', nullable), text, encodeCursor(['5', 'x1', 2])],
  ['a text where dates are sorted', order('date', nullable), text, encodeCursor(['5', 'x1', 2])],
  ['a date before the first', order('date', nullable), text, encodeCursor([FIRST_MILLISECOND - 1, 'x1', 2])],
]

for (const [name, order, id, cursor] of refused)
  test(`a cursor of ${name} is refused`, () => {
    assert.throws(() => keyset(order, id, cursor), { status: 400, code: 'client_error' })
  })

test('a fragment is used as it is', () => {
  const column: Fragment = fragment`lower(t.name)`
  assert.equal(
    rendered(keyset(order('string', { column }), text, undefined).orderBy).sql,
    'lower(t.name) asc, t.id asc',
  )
})
