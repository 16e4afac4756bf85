/** The total that a cursor carries, and the rows ahead of it that an index has in order. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragment } from '../db/pool.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { keyset } from './keyset.ts'
import { rendered } from './rendered.ts'
import type { Order } from './sort.ts'

const id = { type: 'text', column: fragment`t.id` } as const
const order: Order = {
  column: fragment`t.key`,
  type: 'string',
  nullable: false,
  direction: 'ascending',
  field: 'key',
}
const nullable: Order = { ...order, nullable: true }
const row = { id: 'x1', sort_key: 'ann' }

test('a cursor carries the total where one is given', () => {
  const first = keyset(order, id, undefined)
  assert.equal(first.total, undefined)
  assert.deepEqual(decodeCursor(first.next(row, 5), 4), ['ann', 'x1', 2, 5])
  assert.deepEqual(decodeCursor(first.next(row, 0), 4), ['ann', 'x1', 2, 0])
  assert.deepEqual(decodeCursor(first.next(row), 3), ['ann', 'x1', 2])
})

for (const total of [0, 1, 5000])
  test(`the total ${total} of a cursor is given back`, () => {
    assert.equal(keyset(order, id, encodeCursor(['ann', 'x1', 2, total])).total, total)
  })

for (const total of [-1, '5', null])
  test(`a cursor with the total ${JSON.stringify(total)} is refused`, () => {
    const cursor = encodeCursor(['ann', 'x1', 2, total])
    assert.throws(() => keyset(order, id, cursor), { status: 400, code: 'client_error' })
  })

const ahead: [name: string, order: Order, cursor: string | undefined, sql: string][] = [
  ['from the first page on, all rows', order, undefined, 'true'],
  ['from the first page on, all rows with a value', nullable, undefined, 't.key is not null'],
  [
    'after a value, the rows with a later one',
    nullable,
    encodeCursor(['ann', 'x1', 2]),
    '(t.key, t.id) > ($1::text, $2::text)',
  ],
  [
    'after the last value, the rows without one',
    nullable,
    encodeCursor([null, 'x1', 2]),
    '(t.key is null and t.id > $1::text)',
  ],
]
for (const [name, order, cursor, sql] of ahead)
  test(`ahead are, ${name}`, () => assert.equal(rendered(keyset(order, id, cursor).ahead).sql, sql))
