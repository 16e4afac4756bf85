/** Errors of each kind of invalid value, with their field. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import { IdInput, model, TimeInput } from '../schema/types.ts'
import { bodyCheck, queryCheck } from './validate.ts'

const Thing = model('thing', {
  name: Type.String({ maxLength: 3 }),
  age: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
  since: Type.Optional(TimeInput),
  by: Type.Optional(IdInput),
  kind: Type.Optional(Type.Enum(['a', 'b'])),
  type: Type.Optional(Type.Literal('thing')),
  open: Type.Optional(Type.Boolean()),
  tags: Type.Optional(Type.Array(Type.Object({ id: Type.String() }))),
  options: Type.Optional(Type.Object({ deep: Type.Object({ size: Type.Number() }) })),
  a: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  few: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 2 })),
  code: Type.Optional(Type.String({ pattern: '^[a-z]+$', minLength: 2 })),
  share: Type.Optional(Type.Number({ exclusiveMaximum: 1 })),
})
const long = 'x'.repeat(120)

const bad: [body: unknown, code: string, message: string][] = [
  [{}, 'parameter_not_found', 'name is a required parameter'],
  [{ name: 5 }, 'parameter_invalid', 'name must be a string'],
  [{ name: 'abcd' }, 'parameter_invalid', 'name must have at most 3 characters'],
  [{ name: 'x', age: 'five' }, 'parameter_invalid', 'age must be an integer'],
  [{ name: 'x', age: '0' }, 'parameter_invalid', 'age must be at least 1'],
  [{ name: 'x', age: 10 }, 'parameter_invalid', 'age must be at most 9'],
  [
    { name: 'x', since: 1_700_000_000_000 },
    'parameter_invalid',
    'since must be in seconds since 1970; 1700000000000 looks like milliseconds',
  ],
  [
    { name: 'x', since: 1e300 },
    'parameter_invalid',
    'since must be in seconds since 1970; 1e+300 looks like milliseconds',
  ],
  [{ name: 'x', since: -40_000_000_000 }, 'parameter_invalid', 'since must be at least -30610224000'],
  [{ name: 'x', age: 0 }, 'parameter_invalid', 'age must be at least 1'],
  [{ name: 'x', by: true }, 'parameter_invalid', 'by must be a string or integer'],
  [{ name: 'x', few: [] }, 'parameter_invalid', 'few must have at least 1 item'],
  [{ name: 'x', few: ['a', 'b', 'c'] }, 'parameter_invalid', 'few must have at most 2 items'],
  [{ name: 'x', few: [''] }, 'parameter_invalid', 'few.0 must not be empty'],
  [{ name: 'x', code: 'a' }, 'parameter_invalid', 'code must have at least 2 characters'],
  [{ name: 'x', code: 'A1' }, 'parameter_invalid', 'code must have the form ^[a-z]+$'],
  [{ name: 'x', share: 1 }, 'parameter_invalid', 'share must be < 1'],
  [{ name: 'x', kind: 'c' }, 'parameter_invalid', 'kind must be one of: a, b'],
  [{ name: 'x', type: 'x' }, 'parameter_invalid', 'type must be thing'],
  [{ name: 'x', open: 'yes' }, 'parameter_invalid', 'open must be a boolean'],
  [{ name: 'x', tags: {} }, 'parameter_invalid', 'tags must be an array'],
  [{ name: 'x', tags: [{ id: '1' }, {}] }, 'parameter_not_found', 'tags.1.id is a required parameter'],
  [{ name: 'x', options: { deep: {} } }, 'parameter_not_found', 'options.deep.size is a required parameter'],
  [{ name: 'x', options: { deep: { size: 'big' } } }, 'parameter_invalid', 'options.deep.size must be a number'],
  [{ name: 'x', options: 1 }, 'parameter_invalid', 'options must be an object'],
  [{ name: 'x', a: { [long]: '' } }, 'parameter_invalid', `a.${long.slice(0, 98)} must be an integer`],
]

for (const [body, code, message] of bad)
  test(`a body ${JSON.stringify(body).slice(0, 60)} is refused: ${message.slice(0, 60)}`, () => {
    assert.throws(() => bodyCheck(Thing, 'ignore')(body), { status: 400, code, message })
  })

test('a body that fits passes', () => {
  const check = bodyCheck(Thing, 'ignore')
  check({ name: 'abc' })
  check({ name: '', age: 1, by: 5, kind: 'b', type: 'thing', open: false, tags: [{ id: '' }] })
  check({ name: '', by: 'five', options: { deep: { size: 1.5 } } })
})

for (const [limits, body, message] of [
  [{ minProperties: 1 }, {}, 'must have at least 1 property'],
  [{ minProperties: 2 }, { a: 1 }, 'must have at least 2 properties'],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, 'must have at most 1 property'],
  [{ maxProperties: 2 }, { a: 1, b: 2, c: 3 }, 'must have at most 2 properties'],
] as const)
  test(`a schema that is wrong as a whole is told of the body: it ${message}`, () => {
    assert.throws(() => bodyCheck(Type.Object({}, limits), 'ignore')(body), {
      code: 'parameter_invalid',
      message: `body ${message}`,
    })
  })

test('equal schemas, such as those of most versions, have one check', () => {
  assert.equal(queryCheck(Type.Object({ a: Type.Integer() })), queryCheck(Type.Object({ a: Type.Integer() })))
  assert.notEqual(queryCheck(Type.Object({ a: Type.Integer() })), queryCheck(Type.Object({ a: Type.Number() })))
})

test('a key that a schema does not have is ignored, or refused before anything else', () => {
  bodyCheck(Thing, 'ignore')({ name: 'x', unknown: 1 })
  assert.throws(() => bodyCheck(Thing, 'refuse')({ name: 5, unknown: 1 }), {
    status: 400,
    code: 'bad_request',
    message: "bad 'unknown' parameter",
  })
  bodyCheck(Thing, 'refuse')({ name: 'x', age: 2 })
  assert.throws(() => bodyCheck(Thing, 'refuse')({ name: 5 }), { message: 'name must be a string' })
})

test('a schema without properties knows no key', () => {
  const none = Type.Unknown() as TSchema
  bodyCheck(none, 'ignore')({ a: 1 })
  bodyCheck(none, 'refuse')({})
  assert.throws(() => bodyCheck(none, 'refuse')({ a: 1 }), { message: "bad 'a' parameter" })
})

test('the text of a query is read as the type of its schema', () => {
  const query = { name: 'x', age: '5', open: 'true', by: '7' }
  queryCheck(Thing)(query)
  assert.deepEqual(query, { name: 'x', age: 5, open: true, by: '7' })
  assert.throws(() => queryCheck(Thing)({ name: 'x', age: 'five' }), {
    status: 400,
    code: 'parameter_invalid',
    message: 'age must be an integer',
  })
})

test('the text of a query may be a number in any notation of JSON', () => {
  const query = { name: 'x', age: '2e0' }
  queryCheck(Thing)(query)
  assert.equal(query.age, 2)
})

test('the limits of a query are told as those of a body', () => {
  assert.throws(() => queryCheck(Thing)({ name: 'x', age: '10' }), { message: 'age must be at most 9' })
  assert.throws(() => queryCheck(Thing)({ name: 'x', since: '1700000000000' }), {
    message: 'since must be in seconds since 1970; 1700000000000 looks like milliseconds',
  })
})

test('values of a body that mean one thing are replaced by it', () => {
  const body = { name: 'x', age: '5', open: 1, since: '1700000000', tags: [{ id: '1' }] }
  bodyCheck(Thing, 'ignore')(body)
  assert.deepEqual(body, { name: 'x', age: 5, open: true, since: 1_700_000_000, tags: [{ id: '1' }] })
})

test('a body of the right types is left as it was sent', () => {
  const body = { name: '20', by: '7', since: -1.0, more: '5' }
  bodyCheck(Thing, 'ignore')(body)
  assert.deepEqual(body, { name: '20', by: '7', since: -1, more: '5' })
})

test('numbers and switches of a body are not read as text', () => {
  assert.throws(() => bodyCheck(Thing, 'ignore')({ name: 5 }), { message: 'name must be a string' })
  assert.throws(() => bodyCheck(Thing, 'ignore')({ name: true }), { message: 'name must be a string' })
})

test('keys that the answer shows may be sent back, and other unknown keys may not', () => {
  const check = bodyCheck(Thing, 'refuse', ['id', 'url'])
  check({ name: 'x', id: 5, url: null })
  assert.throws(() => check({ name: 'x', id: 5, urls: null }), { message: "bad 'urls' parameter" })
  assert.throws(() => bodyCheck(Thing, 'refuse')({ name: 'x', id: 5 }), { message: "bad 'id' parameter" })
})
