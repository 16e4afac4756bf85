import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLarge, Pieces } from './pieces.ts'

test('a piece that was given back is taken again by who needs as much', () => {
  const pieces = new Pieces()
  const piece = pieces.take(3000)
  assert.equal(piece.byteLength, 4096)
  assert.notEqual(pieces.take(3000), piece)
  pieces.give(piece)
  assert.notEqual(pieces.take(1500), piece)
  assert.equal(pieces.take(4096), piece)
  assert.notEqual(pieces.take(4096), piece, 'two have the same piece')
})

test('small pieces are not worth it, and no more is kept than there is room for', () => {
  const pieces = new Pieces()
  const small = pieces.take(100)
  assert.deepEqual([small.byteLength, isLarge(small)], [100, false])
  pieces.give(small)
  assert.notEqual(pieces.take(100), small)

  const large = Array.from({ length: 9 }, () => pieces.take(2 ** 20))
  large.forEach((piece) => pieces.give(piece))
  const again = new Set(Array.from({ length: 9 }, () => pieces.take(2 ** 20)))
  assert.ok(again.size === 9 && large.filter((piece) => again.has(piece)).length === 8)
})
