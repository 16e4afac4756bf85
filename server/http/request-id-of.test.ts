import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRequestId, requestIdOf } from './request-id.ts'

test('a request id has 20 digits of base 32, the last of which holds one bit', () => {
  const ids = Array.from({ length: 1000 }, newRequestId)
  for (const id of ids) assert.match(id, /^[0-9a-v]{19}[0g]$/)
  assert.doesNotMatch(ids[0]!, /^0+$/, 'the first is drawn as well')
  assert.equal(new Set(ids).size, 1000)
  for (let at = 0; at < 19; at++) assert.ok(new Set(ids.map((id) => id[at])).size > 20, `digit ${at} varies`)
})

for (const given of ['proxy-7f3a:1', 'Root=1-67891233-abcdef', 'x'.repeat(8), 'x'.repeat(128), 'a/b+c@d.e_='])
  test(`a request id like ${given.slice(0, 20)} is kept`, () => assert.equal(requestIdOf(given), given))

for (const given of [
  undefined,
  ['proxy-7f3a:1'],
  'x'.repeat(7),
  'x'.repeat(129),
  'with space',
  ' padded-id',
  'padded-id ',
])
  test(`a request id like ${String(given).slice(0, 20)} is replaced`, () =>
    assert.match(requestIdOf(given), /^[0-9a-v]{20}$/))
