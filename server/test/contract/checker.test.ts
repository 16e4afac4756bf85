/** Broken answers are found, each by its kind and its place; a good one is not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createChecker } from './checker.ts'
import type { Description, Schema } from './description.ts'

const json = (schema: Schema, examples: unknown[] = []) => ({
  content: {
    'application/json': { schema, examples: Object.fromEntries(examples.map((value, at) => [at, { value }])) },
  },
})
const CAR = {
  type: 'car',
  id: '7',
  seats: 5,
  color: 'red',
  owner: null,
  doors: [{ side: 'left' }, { side: 'right', code: 1 }],
  built_at: 1_700_000_000,
  metadata: { radio: 'yes' },
}

const description: Description = {
  paths: {
    '/cars/{id}': {
      get: {
        tags: ['Cars'],
        responses: {
          '200': json({ $ref: '#/components/schemas/car' }, [CAR]),
          '404': { $ref: '#/components/responses/gone' },
        },
      },
      delete: { responses: { '204': {} } },
    },
    '/cars/last': { get: { responses: { '200': json({ type: 'object', properties: { last: { type: 'string' } } }) } } },
  },
  components: {
    schemas: {
      car: {
        type: 'object',
        required: ['id', 'seats'],
        properties: {
          type: { type: 'string' },
          id: { type: 'string' },
          seats: { type: 'integer', maximum: 9 },
          color: { type: 'string', enum: ['red', 'blue'] },
          owner: { $ref: '#/components/schemas/person', nullable: true },
          doors: { type: 'array', maxItems: 4, items: { $ref: '#/components/schemas/door' } },
          // The example shows a time, which makes numbers right.
          built_at: { type: 'string' },
          metadata: { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'integer' }] } },
          parts: { type: 'array', items: { $ref: '#/components/schemas/nowhere' } },
        },
      },
      person: { type: 'object', allOf: [{ type: 'object', properties: { name: { type: 'string' } } }] },
      door: { type: 'object', properties: { side: { type: 'string' } } },
      gone: { type: 'object', required: ['errors'], properties: { errors: { type: 'array' } } },
    },
    responses: { gone: json({ $ref: '#/components/schemas/gone' }) },
  },
}
const checker = createChecker(description)

function found(change: object, { status = 200, path = '/cars/7', method = 'GET' } = {}): string[] {
  const body = status === 200 ? { ...CAR, ...change } : change
  // As on the wire: undefined properties are not there.
  const problems = checker.check(checker.find(method, path)!, { status, body: JSON.parse(JSON.stringify(body)) })
  return [...new Set(problems.map(({ kind, at }) => `${kind} ${at}`))]
}

test('a good answer has no problems', () => {
  assert.deepEqual(found({}), [])
  assert.deepEqual(found({ owner: { name: 'Ada' }, metadata: { any: 1 }, parts: [{ of: 'any form' }] }), [])
  assert.deepEqual(found({ errors: [] }, { status: 404 }), [])
})

const BROKEN: [fault: string, change: object, ...problems: string[]][] = [
  ['a required property is missing', { id: undefined }, 'schema /id', 'missing /id'],
  ['a property that the example shows is missing', { color: undefined }, 'missing /color'],
  ['a property has another type', { seats: '5' }, 'schema /seats'],
  ['a list stands in place of an object', { owner: [] }, 'schema /owner'],
  ['null stands where nothing allows it', { color: null }, 'schema /color'],
  ['a value is none of the known words', { color: 'green' }, 'schema /color'],
  ['a number is too large', { seats: 10 }, 'schema /seats'],
  ['a list is too long', { doors: Array.from({ length: 5 }, () => ({ side: 'left' })) }, 'schema /doors'],
  ['a property is unknown', { wings: 2 }, 'extra /wings'],
  ['a property within a reference is unknown', { owner: { name: 'Ada', age: 7 } }, 'extra /owner/age'],
  ['only the second element is wrong', { doors: [{ side: 'left' }, { side: 7 }] }, 'schema /doors/[]/side'],
  ['an element lacks a property', { doors: [{ side: 'left' }, {}] }, 'missing /doors/[]/side'],
  ['an element has a property that nothing shows', { doors: [{ side: 'left', bell: 1 }] }, 'extra /doors/[]/bell'],
  ['no alternative fits', { metadata: { radio: true } }, 'schema /metadata/radio'],
]
for (const [fault, change, ...problems] of BROKEN)
  test(`it is found that ${fault}`, () => assert.deepEqual(found(change), problems))

test('a rule that the example breaks holds for values of other kinds', () => {
  assert.deepEqual(found({ built_at: 5 }), [])
  assert.deepEqual(found({ built_at: [5] }), ['schema /built_at'])
  assert.deepEqual(found({ built_at: null }), ['schema /built_at'])
})

test('a status of success that is not described is found, and one of refusal is not', () => {
  assert.deepEqual(found({}, { status: 202 }), ['status '])
  assert.deepEqual(found({}, { status: 200, method: 'DELETE' }), ['status '])
  assert.deepEqual(found({}, { status: 418 }), [])
  assert.deepEqual(found({ error: 'gone' }, { status: 404 }), ['schema /errors', 'extra /error'])
})

test('a problem has its value, and the object around it', () => {
  const body = { ...CAR, doors: [{ side: 'left' }, { side: 7 }] }
  const [problem] = checker.check(checker.find('GET', '/cars/7')!, { status: 200, body })
  assert.equal(problem!.value, 7)
  assert.deepEqual(problem!.holder, { side: 7 })
})

test('an answer is held against another model, where that is asked for', () => {
  const operation = checker.find('GET', '/cars/7')!
  const at = (body: object, model: string) =>
    checker.check(operation, { status: 200, body }, model).map((problem) => `${problem.kind} ${problem.at}`)
  assert.deepEqual(at({ side: 'left' }, 'door'), [])
  assert.deepEqual(at({ side: 7, seats: 5 }, 'door'), ['schema /side', 'extra /seats'])
  assert.throws(() => at({}, 'nowhere'), /no model nowhere/)
})

test('the operation is the one that fits best, if any', () => {
  const operationOf = (method: string, path: string) => checker.find(method, path)?.key
  assert.equal(operationOf('GET', '/cars/7?page=2'), 'GET /cars/{}')
  assert.equal(operationOf('GET', '/cars/last'), 'GET /cars/last')
  assert.equal(operationOf('PUT', '/cars/7'), undefined)
  assert.equal(operationOf('GET', '/cars/7/doors'), undefined)
  assert.deepEqual(
    checker.operations.map(({ key, tag }) => [key, tag]),
    [
      ['GET /cars/{}', 'Cars'],
      ['DELETE /cars/{}', undefined],
      ['GET /cars/last', undefined],
    ],
  )
})
