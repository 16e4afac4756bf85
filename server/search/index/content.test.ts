import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../../test/random.ts'
import { beginning } from './content.ts'

test('how texts begin is in the order of their bytes, wherever a character is cut', () => {
  const random = randomFrom(11)
  const text = () =>
    Array.from({ length: random.below(16) }, () => random.of(['a', 'b', 'z', 'é', 'ß', '中', '😀', '￿', ' '])).join('')
  let told = 0
  for (let round = 0; round < 3000; round++) {
    const [some, other] = [text(), text()]
    const [a, b] = [beginning(some), beginning(other)]
    const order = Math.sign(a.number - b.number || a.finer - b.finer)
    const bytes = Buffer.compare(Buffer.from(some), Buffer.from(other))
    if (order !== 0) assert.equal(order, bytes, JSON.stringify([some, other]))
    else assert.ok(Buffer.from(some).subarray(0, 12).equals(Buffer.from(other).subarray(0, 12)))
    told += Math.abs(order)
  }
  assert.ok(told > 2000, `only ${told} are told apart`)
})
