/** The limits of the pieces that schemas are made of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import {
  BodyText,
  CustomAttributes,
  Id,
  IdInput,
  isTime,
  list,
  model,
  modelName,
  Nullable,
  Reference,
  Text,
  TimeInput,
  Timestamp,
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
