import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../../test/random.ts'
import { decodeNumbers, decodePositions, idNumber, orderBuckets } from './content.ts'
import { byteKey, encodeTexts, Texts } from './texts.ts'

const LETTERS = ['a', 'b', 'z', 'é', 'ß', '中', '😀', '￿', ' ']
const random = randomFrom(11)
const text = (most: number) => Array.from({ length: random.below(most) }, () => random.of(LETTERS)).join('')

test('keys of texts are in the order of their bytes', () => {
  for (let round = 0; round < 2000; round++) {
    const [some, other] = [text(6), text(6)]
    const [a, b] = [byteKey(some), byteKey(other)]
    const order = a === b ? 0 : a < b ? -1 : 1
    assert.equal(order, Buffer.from(some).compare(Buffer.from(other)), JSON.stringify([some, other]))
  }
})

test('rows stand in the order of their texts, and of their ids where the texts are the same', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => ({ row, text: text(4), id: random.below(1000) }))
  const buckets = orderBuckets(
    '^name',
    rows.map((row) => ({ ...row, text: Buffer.from(row.text) })),
  )
  assert.ok(buckets.length > 2)
  const stored = buckets.flatMap(({ low, size, numbers, texts, first, rows: positions }, at) => {
    const ids = decodeNumbers(numbers!)
    const all = new Texts(texts!, size)
    assert.equal(low, at)
    assert.deepEqual(JSON.parse(first!), [String(all.at(0)), ids[0]])
    return Array.from(decodePositions(positions), (row, at) => ({ row, text: String(all.at(at)), id: ids[at] }))
  })
  const inOrder = rows.toSorted(
    (a, b) => Buffer.from(a.text).compare(Buffer.from(b.text)) || a.id - b.id || a.row - b.row,
  )
  assert.deepEqual(stored, inOrder)
})

test('texts are what they were; of one that is too long nothing is kept', () => {
  const texts = ['', 'é', 'x'.repeat(1000), 'x'.repeat(1001), '', 'last']
  const stored = new Texts(encodeTexts(texts), texts.length)
  const read = texts.map((_, at) => stored.at(at)?.toString())
  assert.equal(stored.key(1), byteKey('é'))
  assert.deepEqual(read, ['', 'é', 'x'.repeat(1000), undefined, '', 'last'])
})

test('ids are numbers in the order of what they begin with', () => {
  assert.equal(idNumber('0123456789ab00000000ffff'), 0x0123456789ab)
  assert.equal(idNumber('17'), 17)
  assert.equal(idNumber(17), 17)
})
