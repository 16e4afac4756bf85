/** Misspellings in version files, one of each kind, and the sentence that each is refused with. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { model } from '../schema/types.ts'
import { createHistory, version, type Change, type Surface } from './history.ts'
import { isAmong } from './names.ts'

const Wheel = model('wheel', { type: Type.Literal('wheel'), size: Type.String() })
const Car = model('car', { owner: Type.String(), wheels: Type.Array(Type.Union([Wheel, Type.Null()])) })
const known = {
  operations: [
    {
      key: 'POST /cars',
      query: Type.Object({ dry_run: Type.Boolean() }),
      body: Type.Object({ owner: Type.String() }),
      reply: Car,
    },
    { key: 'GET /cars', query: Type.Object({ page: Type.Integer() }), body: undefined, reply: Type.Array(Car) },
  ],
  models: [model('car_gone', { id: Type.String() })],
  topics: ['car.sold', 'boat.sold'],
}

const make = (file: { adds?: Surface; removes?: Surface; changes?: Change[] }) =>
  createHistory([version('1'), version('2', file)], known)
const change = (rest: Partial<Change>): Change => ({ name: 'PaintCars', note: 'A car has a colour.', ...rest })

for (const surface of ['adds', 'removes'] as const)
  for (const [file, sentence] of [
    [{ operations: ['GET /carz'] }, 'there is no operation GET /carz'],
    [{ planned: ['GET /boats', 'GET /cars'] }, 'GET /cars is planned, but it exists: move it to operations'],
    [{ fields: { carr: ['owner'] } }, 'there is no model carr'],
    [{ fields: { wheel: ['size', 'sise'] } }, 'there is no property of wheel named sise'],
    [{ body: { 'POST /carz': ['owner'] } }, 'there is no operation POST /carz'],
    [{ body: { 'POST /cars': ['ownr'] } }, 'there is no property in the body of POST /cars named ownr'],
    [{ body: { 'GET /cars': ['owner'] } }, 'there is no property in the body of GET /cars named owner'],
    [{ query: { 'GET /carz': ['page'] } }, 'there is no operation GET /carz'],
    [{ query: { 'GET /cars': ['pagee'] } }, 'there is no query parameter of GET /cars named pagee'],
  ] as [Surface, string][])
    test(`${surface} of ${JSON.stringify(file)} throws`, () => {
      assert.throws(() => make({ [surface]: file }), { message: `server/versions/2.ts, ${surface}: ${sentence}` })
    })

const was = { size: Type.Integer() }
for (const [rest, sentence] of [
  [{ model: 'weel', was }, 'there is no model weel'],
  [{ model: 'weel', down: (value) => value }, 'there is no model weel'],
  [{ model: 'wheel', was: { sise: Type.Integer() } }, 'there is no property of wheel named sise'],
  [{ model: 'wheel', was: { sise: null } }, 'there is no property of wheel named sise'],
  [{ was }, 'was needs a model'],
  [{ operations: ['POST /carz'] }, 'there is no operation POST /carz'],
  [{ operations: ['POST /cars'], body: { ownr: Type.Integer() } }, 'there is no property of POST /cars named ownr'],
  [{ body: { owner: Type.Integer() } }, 'body needs operations'],
  [{ query: { 'GET /carz': { page: Type.Integer() } } }, 'there is no operation GET /carz'],
  [{ query: { 'GET /cars': { pagee: Type.Integer() } } }, 'there is no query parameter of GET /cars named pagee'],
  [{ topics: ['car.soled'] }, 'there is no topic car.soled'],
  [{ topics: ['car.sold', 'ship.*'] }, 'there is no topic ship.*'],
  [{ model: 'wheel', was, gone: ['width'] }, 'gone names width, which is not in was or body'],
  [{ model: 'wheel', was, gone: ['size'] }, 'gone names size, which wheel still has'],
] as [Partial<Change>, string][])
  test(`a change with ${JSON.stringify(rest)}${rest.down ? ' and down' : ''} throws`, () => {
    assert.throws(() => make({ changes: [change(rest)] }), {
      message: `server/versions/2.ts, change PaintCars: ${sentence}`,
    })
  })

test('names that exist pass: in replies, in lists and unions, and in the items of webhooks', () => {
  make({
    adds: {
      operations: ['GET /cars'],
      planned: ['GET /boats'],
      fields: { car: ['owner'], wheel: ['size'], car_gone: ['id'] },
      body: { 'POST /cars': ['owner'] },
      query: { 'POST /cars': ['dry_run'] },
    },
    changes: [
      change({ model: 'wheel', was, topics: ['car.sold', 'boat.*'] }),
      change({ name: 'NameOwners', operations: ['POST /cars'], body: { owner: Type.Integer() } }),
    ],
  })
})

const before = (name: string) => version('2', { adds: { fields: { car: [name] }, body: { 'POST /cars': [name] } } })

test('a property that a later version renamed has its old name in the files before', () => {
  const renamed = version('3', {
    changes: [
      change({ model: 'car', was: { keeper: Type.String(), owner: null }, gone: ['keeper'] }),
      change({ name: 'NameOwners', operations: ['POST /cars'], body: { keeper: Type.String() }, gone: ['keeper'] }),
    ],
  })
  createHistory([version('1'), before('keeper'), renamed], known)
  assert.throws(() => createHistory([version('1'), before('keper'), renamed], known), /keper/)
  assert.throws(() => createHistory([version('1'), renamed, version('4', before('keeper'))], known), /keeper/)
})

test('a body does not get the old name of a property of a reply', () => {
  const renamed = version('3', {
    changes: [
      change({ model: 'car', was: { keeper: Type.String() }, gone: ['keeper'], operations: ['POST /cars'], body: {} }),
    ],
  })
  const file = version('2', { adds: { body: { 'POST /cars': ['keeper'] } } })
  assert.throws(() => createHistory([version('1'), file, renamed], known), /named keeper/)
})

test('the message names the file of a preview, which is in small letters', () => {
  const preview = version('Next', { adds: { operations: ['GET /carz'] } })
  assert.throws(() => createHistory([preview], known), { message: /^server\/versions\/next\.ts, adds: / })
})

test('a topic belongs to a change by its whole name, or by its family', () => {
  const among = ['car.sold', 'boat.*']
  assert.deepEqual(
    ['car.sold', 'car.solo', 'car.sold.twice', 'boat.sold', 'bike.sold', 'boats.sold'].filter((t) => isAmong(among, t)),
    ['car.sold', 'boat.sold'],
  )
})
