/** The schemas of older versions: which properties they have, of which type, and which of them are required. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type, { type TSchema } from 'typebox'
import { model, Nullable } from '../schema/types.ts'
import { foldProperties, foldSchema } from './fold.ts'
import { version, type VersionFile } from './history.ts'

const Cart = model('cart', {
  id: Type.String(),
  size: Type.String(),
  note: Type.Optional(Type.String()),
  bell: Type.Boolean(),
  old: Type.Integer(),
})
const Toy = model('toy', { note: Type.Optional(Type.String()) })

/** Versions that say nothing of some parts, as real ones do. */
const first = version('1')
const second = version('2', { removes: { operations: ['GET /x'], fields: { cart: ['old'] } }, adds: {} })
const third = version('3', {
  adds: { operations: ['GET /y'] },
  removes: { operations: ['GET /z'] },
  changes: [
    { name: 'Size', note: '', model: 'cart', was: { size: Type.Integer(), colour: Type.String(), note: null } },
    { name: 'Other', note: '', model: 'toy', was: { size: Type.Null() } },
    { name: 'NoModel', note: '' },
    { name: 'NoWas', note: '', model: 'cart' },
  ],
})
const fourth = version('4', { adds: { fields: { cart: ['bell'] } }, removes: {} })

interface Shape {
  properties: Record<string, { type?: string }>
  required: string[]
}
const fold = (schema: TSchema, past: VersionFile[], ahead: VersionFile[]) =>
  foldSchema(schema, past, ahead) as unknown as Shape
const types = ({ properties }: Shape) =>
  Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type]))

test('the newest version lacks what was removed on the way', () => {
  const cart = fold(Cart, [first, second, third, fourth], [])
  assert.deepEqual(types(cart), { id: 'string', size: 'string', note: 'string', bell: 'boolean' })
  assert.deepEqual(cart.required, ['id', 'size', 'bell'])
})

test('an older version lacks what was added since', () => {
  assert.deepEqual(types(fold(Cart, [first, second, third], [fourth])), {
    id: 'string',
    size: 'string',
    note: 'string',
  })
})

test('a change gives back what was there before: other types, other names, and no name', () => {
  const cart = fold(Cart, [first, second], [fourth, third])
  assert.deepEqual(types(cart), { id: 'string', size: 'integer', colour: 'string' })
  assert.deepEqual(cart.required, ['id', 'size', 'colour'])
})

test('a version before a removal has what was removed', () => {
  const cart = fold(Cart, [first], [fourth, third, second])
  assert.deepEqual(types(cart), { id: 'string', size: 'integer', colour: 'string', old: 'integer' })
  assert.deepEqual(cart.required, ['id', 'size', 'old', 'colour'])
})

test('a model is folded wherever it stands', () => {
  const shelf = Type.Object({
    carts: Type.Array(Cart),
    best: Nullable(Cart),
    any: Type.Union([Toy, Cart]),
    name: Type.String(),
  })
  const { properties, required } = fold(shelf, [first, second, third], [fourth]) as any
  for (const cart of [properties.carts.items, properties.best.anyOf[0], properties.any.anyOf[1]])
    assert.deepEqual(Object.keys(cart.properties), ['id', 'size', 'note'])
  assert.equal(properties.best.anyOf[1].type, 'null')
  assert.deepEqual(required, ['carts', 'best', 'any', 'name'])
})

test('an object that is no model is left as it is', () => {
  const plain = Type.Object({ size: Type.String(), bell: Type.Optional(Type.Boolean()) })
  const all = Type.Object({ bell: Type.Optional(Type.Boolean()) })
  const [past, ahead] = [[first], [fourth, third, second]]
  const text = Type.String()
  assert.deepEqual(fold(plain, past, ahead), { ...plain, required: ['size'] })
  assert.deepEqual(fold(all, past, ahead).required, [])
  assert.equal(foldSchema(text, past, ahead), text)
})

test('a model of which nothing is required is of which nothing is required', () => {
  assert.deepEqual(fold(Toy, [first], []).required, [])
})

const Body = Type.Object({ size: Type.String(), bell: Type.Optional(Type.Boolean()), old: Type.String() })
const KEY = 'POST /carts'
const bodies = [
  version('1'),
  version('2', { removes: { body: { [KEY]: ['old'] }, query: { [KEY]: ['bell'] } } }),
  version('3', {
    adds: { body: { [KEY]: ['bell'] }, query: { [KEY]: ['size'] } },
    removes: { operations: [] },
    changes: [
      {
        name: 'Size',
        note: '',
        operations: [KEY],
        body: { size: Type.Integer(), colour: Type.Null(), lid: Type.Optional(Type.Null()) },
      },
      { name: 'Elsewhere', note: '', operations: ['PUT /carts'], body: { old: Type.Integer() } },
      { name: 'Reply', note: '', model: 'cart', was: { id: null } },
    ],
  }),
  version('4', { adds: { operations: [] } }),
]
const foldAt = (at: number, part: 'body' | 'query', schema: TSchema = Body, key = KEY) =>
  foldProperties(schema, part, key, bodies.slice(0, at), bodies.slice(at).reverse()) as unknown as Shape

test('a body has what its version takes, of the types of then', () => {
  assert.deepEqual(types(foldAt(4, 'body')), { size: 'string', bell: 'boolean' })
  assert.deepEqual(types(foldAt(3, 'body')), { size: 'string', bell: 'boolean' })
  assert.deepEqual(types(foldAt(2, 'body')), { size: 'integer', colour: 'null', lid: 'null' })
  assert.deepEqual(types(foldAt(1, 'body')), { size: 'integer', colour: 'null', lid: 'null', old: 'string' })
})

test('a body needs what its version needed', () => {
  assert.deepEqual(foldAt(3, 'body').required, ['size'])
  assert.deepEqual(foldAt(2, 'body').required.toSorted(), ['colour', 'size'])
  assert.deepEqual(foldAt(1, 'body').required.toSorted(), ['colour', 'old', 'size'])
})

test('a body does not need what its version could do without', () => {
  const was = { size: Type.Optional(Type.String()) }
  const ahead = [version('2', { changes: [{ name: 'NeedSize', note: '', operations: [KEY], body: was }] })]
  const { required } = foldProperties(Body, 'body', KEY, [], ahead) as unknown as Shape
  assert.deepEqual(required, ['old'])
})

test('a query needs what its version needed', () => {
  const query = { [KEY]: { bell: Type.Boolean(), size: Type.Optional(Type.Integer()) } }
  const ahead = [version('2', { changes: [{ name: 'RingByDefault', note: '', query }] })]
  const folded = foldProperties(Body, 'query', KEY, [], ahead) as unknown as Shape
  assert.deepEqual(folded.required.toSorted(), ['bell', 'old'])
  assert.equal(types(folded)['size'], 'integer')
  assert.deepEqual(foldProperties(Body, 'body', KEY, [], ahead), foldProperties(Body, 'body', KEY, [], []))
})

test('a query has what its version takes, and nothing of bodies', () => {
  assert.deepEqual(types(foldAt(4, 'query')), { size: 'string', old: 'string' })
  assert.deepEqual(types(foldAt(2, 'query')), { old: 'string' })
  assert.deepEqual(types(foldAt(1, 'query')), { bell: 'boolean', old: 'string' })
})

test('the body of an operation that no version speaks of is as it is', () => {
  assert.deepEqual(foldAt(1, 'body', Body, 'GET /carts'), { ...Body })
})

test('a body without properties is as it is', () => {
  const any = Type.Unknown()
  assert.equal(foldAt(1, 'body', any), any)
})

test('a body without required properties stays without', () => {
  assert.deepEqual(foldAt(4, 'body', Type.Object({ a: Type.Optional(Type.String()) })).required, [])
})
