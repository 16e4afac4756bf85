import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import Type from 'typebox'
import { allOperations } from '../operations.ts'
import { history } from '../versions/index.ts'
import { encodeAnswer, listsOf } from './encode.ts'

/** Writes an answer of which every property may be a list. */
const encode = (answer: object) => encodeAnswer(answer, Object.keys(answer))

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
      assert.equal(String(encode(answer)), JSON.stringify(answer))
    })

  test('whole, however large it is, and the next one after it', () => {
    const large = { data: Array.from({ length: 40 }, (_, at) => ({ at, text: '€'.repeat(at * 1000) })) }
    for (const answer of [large, { data: [1, 2] }, large]) assert.equal(String(encode(answer)), JSON.stringify(answer))
  })

  test('without a change to those written before', () => {
    const first = encode({ data: ['first', 'answer'] })
    encode({ data: ['second', 'answer'] })
    assert.equal(String(first), '{"data":["first","answer"]}')
  })

  test('leaves out undefined properties, and writes null for undefined items of a list', () => {
    const answer = { gone: undefined, data: [{ id: '1', gone: undefined }, null], also: undefined, end: 1 }
    assert.equal(String(encode(answer)), '{"data":[{"id":"1"},null],"end":1}')
  })

  test('as bytes where it has a list of several, and as text where it has none', () => {
    for (const answer of [{ data: [1, 2] }, { type: 'list', data: ['x', 'y', 'z'], total_count: 3 }])
      assert.ok(Buffer.isBuffer(encode(answer)), JSON.stringify(answer))
    for (const answer of [{ data: [] }, { data: [1] }, { tags: { data: [1, 2] } }, [1, 2], {}])
      assert.equal(typeof encode(answer), 'string', JSON.stringify(answer))
  })

  test('with the lists that its schema knows, those of a union and those that may be null among them', () => {
    const lists = Type.Object({
      data: Type.Array(Type.String()),
      also: Type.Union([Type.Null(), Type.Array(Type.Object({}))]),
      tags: Type.Object({ data: Type.Array(Type.String()) }),
      id: Type.String(),
    })
    assert.deepEqual(listsOf(lists), ['data', 'also'])
    assert.deepEqual(listsOf(Type.Union([Type.Object({ id: Type.String() }), lists])), ['data', 'also'])
    assert.deepEqual(listsOf(Type.Object({})), [])
  })

  test('with the list of every answer that is one, in the oldest version and the newest', () => {
    const found: string[] = []
    for (const { key, reply } of allOperations)
      for (const version of [history.versions[0]!, history.newest]) {
        const schema = version.replySchema(reply) as { properties?: Record<string, { type?: string }> }
        const arrays = Object.entries(schema.properties ?? {}).filter(([, { type }]) => type === 'array')
        for (const [name] of arrays) {
          assert.ok(listsOf(schema).includes(name), `${version.name} ${key} ${name}`)
          found.push(name)
        }
      }
    assert.ok(found.includes('data') && found.includes('conversations'))
  })
})
