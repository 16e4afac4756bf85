import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { encodeAnswer } from './encode.ts'

describe('an answer is written as JSON', () => {
  const answers: Record<string, object> = {
    'no list': { type: 'contact', id: '1', tags: { data: [1, 2], total_count: 2 } },
    'an empty list': { type: 'list', data: [], total_count: 0 },
    'a list of one': { data: [{ id: '1' }] },
    'a list of many, in any letters': { type: 'list', data: [{ name: 'Ōta' }, { name: '"Ünal"\n' }, { name: '😀' }] },
    'two lists': { 'a "name"': [1, 2], between: null, b: ['x', 'y', 'z'] },
    'a list alone': [{ id: '1' }, { id: '2' }],
    nothing: {},
  }
  for (const [what, answer] of Object.entries(answers))
    test(`${what} as the engine writes it`, () => {
      assert.equal(String(encodeAnswer(answer)), JSON.stringify(answer))
    })

  test('whole, however large it is, and the next one after it', () => {
    const large = { data: Array.from({ length: 40 }, (_, at) => ({ at, text: '€'.repeat(at * 1000) })) }
    for (const answer of [large, { data: [1, 2] }, large])
      assert.equal(String(encodeAnswer(answer)), JSON.stringify(answer))
  })

  test('without a change to those written before', () => {
    const first = encodeAnswer({ data: ['first', 'answer'] })
    encodeAnswer({ data: ['second', 'answer'] })
    assert.equal(String(first), '{"data":["first","answer"]}')
  })

  test('leaves out undefined properties, and writes null for undefined items of a list', () => {
    const answer = { gone: undefined, data: [{ id: '1', gone: undefined }, null], also: undefined, end: 1 }
    assert.equal(String(encodeAnswer(answer)), '{"data":[{"id":"1"},null],"end":1}')
  })

  test('as bytes where it has a list of several, and as text where it has none', () => {
    for (const answer of [{ data: [1, 2] }, { type: 'list', data: ['x', 'y', 'z'], total_count: 3 }])
      assert.ok(Buffer.isBuffer(encodeAnswer(answer)), JSON.stringify(answer))
    for (const answer of [{ data: [] }, { data: [1] }, { tags: { data: [1, 2] } }, [1, 2], [[1, 2]], {}])
      assert.equal(typeof encodeAnswer(answer), 'string', JSON.stringify(answer))
  })
})
