/** The limits of the pieces that schemas are made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import {
  BodyText,
  CreatedAt,
  CustomAttributes,
  described,
  Id,
  IdInput,
  IdOf,
  isTime,
  list,
  model,
  modelName,
  Nullable,
  Reference,
  shownAs,
  Text,
  TimeInput,
  Timestamp,
  UpdatedAt,
} from './types.ts'
import { bodyCheck } from '../http/validate.ts'

const text = (length: number) => 'x'.repeat(length)

const pieces: Record<string, [schema: TSchema, good: unknown[], bad: unknown[]]> = {
  'a nullable text': [Nullable(Type.String()), ['x', '', null], [5, undefined, {}]],
  'a time in an answer': [Timestamp, [0, -1], ['soon', null]],
  'a time in a request': [
    TimeInput,
    [0, -30_610_224_000, 253_402_300_799],
    [-30_610_224_001, 253_402_300_800, 'soon', null],
  ],
  'an id that is sent': [IdInput, ['abc', 5, '', text(255)], [text(256), 1.5, null, true, ['x']]],
  'an id': [Id, ['abc'], [5, null]],
  'a text': [Text(), ['', text(255)], [text(256), 5, null]],
  'a text of ten letters': [Text(10), [text(10)], [text(11)]],
  'a long text': [BodyText, [text(1_000_000)], [text(1_000_001), 5]],
  'custom attributes': [CustomAttributes, [{}, { a: 1, b: null }], [[], 'x', null]],
  'a list': [
    list(Type.String()),
    [
      { type: 'list', data: [] },
      { type: 'list', data: ['x'] },
    ],
    [{ type: 'list' }, { data: [] }, { type: 'lists', data: [] }, { type: 'list', data: [5] }, []],
  ],
  'a reference': [Reference, [{ type: 'admin', id: '1' }], [{ type: 'admin' }, { id: '1' }, { type: 1, id: '1' }]],
}

const shown = (value: unknown) => String(JSON.stringify(value)).slice(0, 40)

for (const [name, [schema, good, bad]] of Object.entries(pieces)) {
  const check = bodyCheck(Type.Object({ piece: schema }), 'ignore')
  for (const piece of good) test(`${name} may be ${shown(piece)}`, () => check({ piece }))
  for (const piece of bad)
    test(`${name} may not be ${shown(piece)}`, () => assert.throws(() => check({ piece }), { status: 400 }))
}

test('a model is an object that carries its name and its options', () => {
  const Thing = model('thing', { id: Id }, { description: 'A thing.' })
  assert.equal(modelName(Thing), 'thing')
  assert.equal(modelName(Reference), 'reference')
  assert.equal(modelName(Type.Object({})), undefined)
  const { type, properties, description } = Thing as unknown as Record<string, unknown>
  assert.deepEqual([type, Object.keys(properties as object), description], ['object', ['id'], 'A thing.'])
})

test('times are told from other integers', () => {
  for (const time of [Timestamp, TimeInput]) assert.ok(isTime(time))
  assert.ok(!isTime(Type.Integer()))
})

const sentenceOf = (schema: TSchema) => (schema as { description?: string }).description

test('the sentence of a schema goes before one that it has, and changes nothing else of it', () => {
  const text = Type.Optional(Type.String({ maxLength: 3, description: 'A text.' }))
  const name = described(text, 'The name.')
  assert.deepEqual({ ...name }, { ...text, description: 'The name.' })
  assert.equal(sentenceOf(text), 'A text.')
  assert.ok(Type.IsOptional(name))
})

test('a schema that is shown as another one is itself in a request, and keeps what is known of it', () => {
  const any = Type.Optional(Type.Unknown())
  const shown = shownAs(Type.Integer(), any)
  assert.deepEqual({ ...shown }, { ...any, 'x-shown': Type.Integer() })
  assert.ok(Type.IsOptional(shown))
  bodyCheck(Type.Object({ shown }), 'ignore')({ shown: 'x' })
})

test('ids and times of a model name its thing', () => {
  assert.deepEqual([IdOf('tag'), CreatedAt('tag'), UpdatedAt('tag')].map(sentenceOf), [
    'The id of the tag.',
    'When the tag was created.',
    'When the tag last changed.',
  ])
  assert.deepEqual([CreatedAt('tag'), UpdatedAt('tag'), IdOf('tag')].map(isTime), [true, true, false])
})
