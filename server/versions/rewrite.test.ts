/** A step compiled for one schema: which values it touches, and which it leaves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import { model, Nullable } from '../schema/types.ts'
import { compileStep, type Step } from './rewrite.ts'

const Wheel = model('wheel', { size: Type.Integer(), spokes: Type.Optional(Type.Integer()) })
const Car = model('car', { type: Type.Literal('car'), wheels: Type.Array(Wheel), spare: Type.Optional(Wheel) })
const Boat = model('boat', { type: Type.Literal('boat'), wheel: Type.Optional(Wheel) })
const Plain = Type.Object({ type: Type.Literal('plain'), name: Type.String() })

const step: Step = {
  fields: { wheel: ['spokes'] },
  changes: [
    { name: 'Grow', note: '', model: 'wheel', down: (wheel) => ({ ...wheel, size: wheel.size * 10 }) },
    { name: 'GrowMore', note: '', model: 'wheel', down: (wheel) => ({ ...wheel, size: wheel.size + 1 }) },
    { name: 'Behave', note: '', model: 'car' },
  ],
}
const rewritten = (schema: TSchema, value: unknown) => compileStep(schema, step)!(value)

const untouched: Record<string, TSchema> = {
  'a text': Type.String(),
  'an object': Plain,
  'a list': Type.Array(Plain),
  'a union': Type.Union([Plain, Type.Null()]),
  'a union of texts': Type.Union([Type.String(), Type.Null()]),
  'a model of another name': model('cart', { name: Type.String() }),
  'a model that a change does not present otherwise': model('car', { name: Type.String() }),
  'an object of them': Type.Object({ plain: Plain, cart: model('cart', {}), plains: Type.Array(Plain) }),
}
for (const [name, schema] of Object.entries(untouched))
  test(`${name} needs no rewriting`, () => assert.equal(compileStep(schema, step), undefined))

test('the changes of a step come one after the other, before its fields are hidden', () => {
  assert.equal(JSON.stringify(rewritten(Wheel, { size: 1, spokes: 3 })), '{"size":11}')
})

test('a hidden field that is not there is not made', () => {
  const hide = compileStep(Wheel, { fields: { wheel: ['spokes'] }, changes: [] })!
  assert.deepEqual(Object.keys(hide({ size: 1 })), ['size'])
  assert.deepEqual(hide({ size: 1, spokes: null }), { size: 1, spokes: undefined })
})

const touched: [name: string, schema: TSchema, value: unknown, expected: unknown][] = [
  ['a list', Type.Array(Wheel), [{ size: 1 }, { size: 2 }], [{ size: 11 }, { size: 21 }]],
  ['an empty list', Type.Array(Wheel), [], []],
  [
    'models inside another',
    Car,
    { type: 'car', wheels: [{ size: 1 }], spare: { size: 2 } },
    { type: 'car', wheels: [{ size: 11 }], spare: { size: 21 } },
  ],
  ['a model that is missing', Car, { type: 'car', wheels: [] }, { type: 'car', wheels: [] }],
  ['a model that is null', Car, { type: 'car', wheels: [], spare: null }, { type: 'car', wheels: [], spare: null }],
  ['a list that is null', Car, { type: 'car', wheels: null }, { type: 'car', wheels: null }],
  ['null for a model', Nullable(Wheel), null, null],
  ['a nullable model', Nullable(Wheel), { size: 1 }, { size: 11 }],
  ['a nullable model that has a type', Nullable(Wheel), { type: 'any', size: 1 }, { type: 'any', size: 11 }],
  ['a list that may be null', Type.Union([Type.Null(), Type.Array(Wheel)]), [{ size: 1 }], [{ size: 11 }]],
  ['a text where a model may stand', Type.Union([Type.String(), Wheel]), 'round', 'round'],
  ['a number where a model may stand', Type.Union([Wheel, Type.Integer()]), 5, 5],
  [
    'the second model of a union',
    Type.Union([Car, Boat]),
    { type: 'boat', wheel: { size: 1 } },
    { type: 'boat', wheel: { size: 11 } },
  ],
  ['a model of no type in a union', Type.Union([Car, Wheel]), { size: 1 }, { size: 11 }],
  ['an object that a step leaves in a union', Type.Union([Plain, Boat]), { type: 'plain' }, { type: 'plain' }],
  ['a type that a union does not have', Type.Union([Car, Boat]), { type: 'kite' }, { type: 'kite' }],
]
for (const [name, schema, value, expected] of touched)
  test(`rewriting finds ${name}`, () => assert.deepEqual(rewritten(schema, value), expected))

test('inner models are rewritten before the one that holds them', () => {
  const sizes: number[] = []
  const see: Step = {
    ...step,
    changes: [
      { name: 'See', note: '', model: 'boat', down: (boat) => (sizes.push(boat.wheel.size), boat) },
      ...step.changes,
    ],
  }
  compileStep(Boat, see)!({ type: 'boat', wheel: { size: 1 } })
  assert.deepEqual(sizes, [11])
})
