/**
 * The version engine on models of its own: every statement of a version file, and its effect on replies and requests.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { model, Nullable } from '../schema/types.ts'
import { createHistory, version } from './history.ts'

const Wheel = model('wheel', { type: Type.Literal('wheel'), size: Type.String(), spokes: Type.Integer() })
const Car = model('car', {
  type: Type.Literal('car'),
  owner: Nullable(Type.String()),
  wheels: Type.Array(Wheel),
  old_name: Type.String(),
})
const Boat = model('boat', { type: Type.Literal('boat'), owner: Type.String() })
const Fleet = Type.Object({ data: Type.Array(Type.Union([Car, Boat, Type.Null()])), best: Nullable(Car) })

const history = createHistory([
  version('1'),
  version('2', {
    adds: {
      operations: ['GET /cars/{}'],
      fields: { wheel: ['spokes'] },
      body: { 'POST /cars': ['wheels'] },
      query: { 'GET /boats': ['sails'] },
    },
    removes: { fields: { car: ['old_name'] }, operations: ['GET /carts'] },
  }),
  version('3', {
    changes: [
      {
        name: 'NumberSizes',
        note: 'The size of a wheel became a word.',
        model: 'wheel',
        was: { size: Type.Integer() },
        down: (wheel) => ({ ...wheel, size: wheel.size === 'large' ? 2 : 1 }),
      },
      {
        name: 'NameOwner',
        note: 'An owner is a string, and was a number.',
        operations: ['POST /cars'],
        body: { owner: Type.Integer() },
        up: (body) => ({ ...body, owner: String(body.owner) }),
      },
    ],
  }),
  version('Next', {
    preview: true,
    aliases: ['Edge'],
    changes: [
      {
        name: 'CountLargeWheels',
        note: 'Inner models are older by a step before this one sees them.',
        model: 'car',
        was: { large: Type.Integer() },
        down: (car) => ({
          ...car,
          large: car.wheels.filter((wheel: { size: string }) => wheel.size === 'large').length,
        }),
      },
    ],
  }),
])

const car = () => ({
  type: 'car',
  owner: null,
  old_name: 'Bertha',
  wheels: [
    { type: 'wheel', size: 'large', spokes: 3 },
    { type: 'wheel', size: 'small', spokes: 5 },
  ],
})
const down = (name: string, value: unknown, schema = Fleet) =>
  JSON.parse(JSON.stringify(history.find(name)!.down(schema)(value)))

test('the newest version shows everything but what was removed on the way', () => {
  const { old_name: _, ...shown } = car()
  assert.deepEqual(down('Next', { data: [car(), null], best: null }), { data: [shown, null], best: null })
})

test('a model is rewritten wherever it stands, through every step', () => {
  const shown = {
    type: 'car',
    owner: null,
    old_name: 'Bertha',
    large: 1,
    wheels: [
      { type: 'wheel', size: 2 },
      { type: 'wheel', size: 1 },
    ],
  }
  const boat = { type: 'boat', owner: 'Ann' }
  assert.deepEqual(down('1', { data: [boat, car(), null], best: car() }), { data: [boat, shown, null], best: shown })
})

test('a removed field is shown by the versions before its removal only', () => {
  assert.equal(down('1', { data: [], best: car() }).best.old_name, 'Bertha')
  assert.equal('old_name' in down('2', { data: [], best: car() }).best, false)
})

const wheelOf = (name: string) =>
  (history.find(name)!.replySchema(Fleet) as any).properties.best.anyOf[0].properties.wheels.items.properties

test('schemas are folded like values', () => {
  assert.deepEqual(Object.keys(wheelOf('1')), ['type', 'size'])
  assert.equal(wheelOf('2').size.type, 'integer')
  assert.equal(wheelOf('3').size.type, 'string')
})

test('a request is validated as its version knows it, and taken up', () => {
  const body = Type.Object({ owner: Type.String(), wheels: Type.Array(Wheel) })
  const old = history.find('1')!
  assert.deepEqual(Object.keys((old.bodySchema('POST /cars', body) as any).properties), ['owner'])
  assert.equal((old.bodySchema('POST /cars', body) as any).properties.owner.type, 'integer')
  assert.deepEqual(old.up('POST /cars')!({ owner: 7, wheels: ['unheard of'] }), { owner: '7' })
  assert.deepEqual(old.unknownQuery('GET /boats'), ['sails'])
  assert.deepEqual(history.find('2')!.unknownQuery('GET /boats'), [])
  assert.equal(history.find('3')!.up('POST /cars'), undefined)
})

const served = (key: string) => history.versions.filter((v) => v.serves(key)).map(({ name }) => name)

test('operations are served from the version that adds them to the one that removes them', () => {
  assert.deepEqual(served('GET /cars/{}'), ['2', '3', 'Next'])
  assert.deepEqual(served('GET /carts'), ['1'])
  assert.deepEqual(served('GET /boats'), ['1', '2', '3', 'Next'])
})

test('operations that some version adds, removes or plans are told once each', () => {
  assert.deepEqual(history.operations, ['GET /cars/{}', 'GET /carts'])
  const planned = [
    version('1', { adds: { operations: ['GET /boats'], planned: ['GET /docks'] } }),
    version('2', { removes: { operations: ['GET /boats'], planned: ['GET /piers'] } }),
  ]
  assert.deepEqual(createHistory(planned).operations, ['GET /boats', 'GET /docks', 'GET /piers'])
})

test('a version knows the changes up to itself', () => {
  assert.deepEqual(
    history.versions.map((v) => v.has('NumberSizes')),
    [false, false, true, true],
  )
})

test('names are found in any letter case, aliases too; the newest stable is no preview', () => {
  assert.equal(history.find('EDGE')?.name, 'Next')
  assert.equal(history.find('4'), undefined)
  assert.equal(history.newestStable.name, '3')
})

test('a field of a new version takes one new file', () => {
  const files = [version('1'), version('2', { adds: { fields: { boat: ['owner'] } } })]
  const made = createHistory(files)
  assert.deepEqual(JSON.parse(JSON.stringify(made.find('1')!.down(Boat)({ type: 'boat', owner: 'Ann' }))), {
    type: 'boat',
  })
  assert.deepEqual(made.find('2')!.down(Boat)({ type: 'boat', owner: 'Ann' }), { type: 'boat', owner: 'Ann' })
})

test('two changes of one name are a mistake of ours', () => {
  const change = { name: 'Twice', note: '' }
  assert.throws(
    () => createHistory([version('1', { changes: [change] }), version('2', { changes: [change] })]),
    /Twice/,
  )
})

test('a change with topics holds in the items of these webhooks only', () => {
  const made = createHistory([
    version('1'),
    version('2', {
      changes: [
        {
          name: 'NameOwnersToWebhooks',
          note: 'Webhooks name the owner of a boat; they numbered it before.',
          topics: ['boat.sold', 'fleet.*'],
          model: 'boat',
          was: { owner: Type.Integer() },
          down: (boat) => ({ ...boat, owner: 7 }),
        },
      ],
    }),
  ])
  const old = made.find('1')!
  const told = (topic?: string) => old.down(Boat, topic)({ type: 'boat', owner: 'Ann' }).owner
  assert.deepEqual([undefined, 'boat.sold', 'fleet.grown', 'boat.sunk'].map(told), ['Ann', 7, 7, 'Ann'])
  const schemaOf = (topic?: string) => (old.replySchema(Boat, topic) as any).properties.owner.type
  assert.deepEqual([schemaOf(), schemaOf('boat.sold')], ['string', 'integer'])
  assert.equal(made.newest.down(Boat, 'boat.sold')({ type: 'boat', owner: 'Ann' }).owner, 'Ann')
})
