/** Several steps in a row: each sees models and bodies as they were at that step. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { model } from '../schema/types.ts'
import { createHistory, version, type VersionFile } from './history.ts'

const Bell = model('bell', { tone: Type.String() })
const Wheel = model('wheel', { size: Type.String() })
const Cart = model('cart', { bell: Bell, wheel: Type.Union([Type.String(), Wheel]), old_bell: Bell })

/** Each tells its step in the values that it rewrites. */
const mark = (name: string, model: string, key: string, more = {}) => ({
  name,
  note: '',
  model,
  down: (value: any) => ({ ...value, [key]: `${value[key]} ${name}` }),
  ...more,
})
const downTo = (files: VersionFile[], name: string, value: unknown) =>
  JSON.parse(JSON.stringify(createHistory(files).find(name)!.down(Cart)(value)))
const cart = () => ({ bell: { tone: 'high' }, wheel: 'round', old_bell: { tone: 'low' } })

test('a field that a later version removes is rewritten by the steps before it', () => {
  const files = [
    version('1'),
    version('2', { changes: [mark('Second', 'bell', 'tone')] }),
    version('3', { removes: { fields: { cart: ['old_bell'] } } }),
  ]
  assert.deepEqual(downTo(files, '1', cart()).old_bell, { tone: 'low Second' })
  assert.deepEqual(downTo(files, '2', cart()).old_bell, { tone: 'low' })
  assert.equal(downTo(files, '3', cart()).old_bell, undefined)
})

test('a field that an earlier version adds is rewritten by the steps after it', () => {
  const files = [
    version('1'),
    version('2', { adds: { fields: { cart: ['bell'] } } }),
    version('3', { changes: [mark('Third', 'bell', 'tone')] }),
  ]
  assert.deepEqual(downTo(files, '2', cart()).bell, { tone: 'high Third' })
  assert.equal(downTo(files, '1', cart()).bell, undefined)
})

test('a model that stands only in an older form is rewritten by the steps before that', () => {
  const Horn = model('horn', { tone: Type.String() })
  const horn = { tone: 'deep' }
  const files = [
    version('1'),
    version('2', { changes: [mark('Second', 'horn', 'tone')] }),
    version('3', {
      changes: [
        {
          name: 'Horn',
          note: '',
          model: 'cart',
          was: { bell: Horn },
          down: (cart) => ({ ...cart, bell: { ...horn } }),
        },
      ],
    }),
    version('4'),
  ]
  assert.deepEqual(downTo(files, '3', cart()).bell, { tone: 'high' })
  assert.deepEqual(downTo(files, '2', cart()).bell, horn)
  assert.deepEqual(downTo(files, '1', cart()).bell, { tone: 'deep Second' })
})

const toHorn = (cart: any) => ({ ...cart, wheel: { tone: `${cart.wheel.tone} horn` } })
const toBell = (cart: any) => ({ ...cart, wheel: { tone: 'bell' } })

test('each step sees the form that a field had at its time', () => {
  const Horn = model('horn', { tone: Type.String() })
  const files = [
    version('1'),
    version('2', { changes: [mark('Second', 'horn', 'tone'), mark('SecondBell', 'bell', 'tone')] }),
    version('3', { changes: [{ name: 'Horn', note: '', model: 'cart', was: { wheel: Horn }, down: toHorn }] }),
    version('4', { changes: [{ name: 'Bell', note: '', model: 'cart', was: { wheel: Bell }, down: toBell }] }),
  ]
  assert.deepEqual(downTo(files, '3', cart()).wheel, { tone: 'bell' })
  assert.deepEqual(downTo(files, '2', cart()).wheel, { tone: 'bell horn' })
  assert.deepEqual(downTo(files, '1', cart()).wheel, { tone: 'bell horn Second' })
})

test('steps that say nothing of a reply leave it', () => {
  const files = [
    version('1'),
    version('2', { adds: { operations: ['GET /x'] }, removes: { operations: ['GET /y'] } }),
    version('3', { changes: [{ name: 'Behave', note: '' }] }),
  ]
  for (const { name } of files) assert.deepEqual(downTo(files, name, cart()), cart())
})

const add = (word: string) => ({ up: (body: any) => ({ text: `${body.text} ${word}` }) })
const asked = createHistory([
  version('1'),
  version('2', {
    adds: { query: { 'GET /a': ['new'] }, operations: [] },
    removes: { query: { 'GET /a': ['old'] }, body: { 'POST /a': ['gone'] } },
    changes: [{ name: 'Second', note: '', operations: ['POST /a'], ...add('second') }],
  }),
  version('3', {
    adds: { operations: ['GET /c'] },
    removes: { operations: ['GET /d'] },
    changes: [
      { name: 'Third', note: '', operations: ['POST /a'], ...add('third') },
      { name: 'ThirdOfB', note: '', operations: ['POST /b'], ...add('of b') },
      { name: 'Nowhere', note: '', ...add('nowhere') },
      { name: 'Shape', note: '', operations: ['POST /a'], body: { text: Type.Integer() } },
    ],
  }),
])
const up = (name: string, operation: string, body: object) => asked.find(name)!.up(operation)?.(body)

test('a body is taken up by the steps of its own operation, the oldest first', () => {
  assert.deepEqual(up('1', 'POST /a', { text: 'first' }), { text: 'first second third' })
  assert.deepEqual(up('2', 'POST /a', { text: 'first' }), { text: 'first third' })
  assert.deepEqual(up('1', 'POST /b', { text: 'first' }), { text: 'first of b' })
  assert.equal(asked.find('1')!.up('POST /c'), undefined)
})

test('a body loses what its version no longer takes', () => {
  assert.deepEqual(up('3', 'POST /a', { text: 'x', gone: 1 }), { text: 'x' })
  assert.equal(asked.find('3')!.up('POST /b'), undefined)
})

test('a query is known as its version knows it', () => {
  const query = Type.Object({ old: Type.String(), new: Type.String(), both: Type.String() })
  const names = (name: string) => Object.keys((asked.find(name)!.querySchema('GET /a', query) as any).properties)
  assert.deepEqual(
    [names('1'), names('2')],
    [
      ['old', 'both'],
      ['new', 'both'],
    ],
  )
  assert.deepEqual(asked.find('1')!.unknownQuery('GET /a'), ['new'])
  assert.deepEqual(asked.find('3')!.unknownQuery('GET /a'), ['old'])
  assert.deepEqual(asked.find('3')!.unknownQuery('GET /b'), [])
})

test('a reply is compiled once per schema', () => {
  const first = asked.find('1')!
  assert.equal(first.down(Cart), first.down(Cart))
  assert.equal(first.replySchema(Cart), first.replySchema(Cart))
  assert.notEqual(first.down(Cart), first.down(Bell))
})

test('the newest version is the last, and the newest stable the last but previews', () => {
  const history = createHistory([version('1'), version('2'), version('Next', { preview: true })])
  assert.deepEqual([history.newest.name, history.newestStable.name], ['Next', '2'])
  assert.deepEqual([asked.newest.name, asked.newestStable.name], ['3', '3'])
})
