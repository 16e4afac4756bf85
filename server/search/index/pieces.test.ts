import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givePiece, isLarge, takePiece } from './pieces.ts'

test('a piece that was given back is taken again by who needs as much', () => {
  const piece = takePiece(3000)
  assert.equal(piece.byteLength, 4096)
  assert.notEqual(takePiece(3000), piece)
  givePiece(piece)
  assert.notEqual(takePiece(1500), piece)
  assert.equal(takePiece(4096), piece)
  assert.notEqual(takePiece(4096), piece, 'two have the same piece')
})

test('small pieces are not worth it, and no more is kept than there is room for', () => {
  const small = takePiece(100)
  assert.deepEqual([small.byteLength, isLarge(small)], [100, false])
  givePiece(small)
  assert.notEqual(takePiece(100), small)

  const large = Array.from({ length: 9 }, () => takePiece(2 ** 20))
  large.forEach(givePiece)
  const again = new Set(Array.from({ length: 9 }, () => takePiece(2 ** 20)))
  assert.ok(again.size === 9 && large.filter((piece) => again.has(piece)).length === 8)
})
