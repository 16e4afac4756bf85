/** Imports between folders, and state that outlives a request: changes to either are visible and deliberate. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FLOORS, floorOf } from './floors.ts'
import { edgesOf, printImports, upward } from './imports.ts'
import { STATE, UPWARD } from './known.ts'
import { isTest, listModules } from './modules.ts'
import { importsOf } from './parse.ts'
import { stateOf } from './state.ts'

const modules = listModules()

test('each module stands on a floor', () => {
  const nowhere = modules.map(({ file }) => file).filter((file) => floorOf(file) < 0)
  assert.deepEqual(nowhere, [], 'server/test/structure/floors.ts names the floor of each')
})

test('each path of the floors is there', () => {
  const files = modules.map(({ file }) => file)
  for (const path of FLOORS.flatMap(([, paths]) => paths))
    assert.ok(
      files.some((file) => file === path || file.startsWith(`${path}/`)),
      path,
    )
})

test('no import runs upward but those that are known', () => {
  assert.deepEqual(upward(modules.flatMap(edgesOf)).toSorted(), Object.keys(UPWARD).toSorted())
})

test('imports between folders are those of the kept file; after a deliberate change: npm run structure', () => {
  const kept = readFileSync(join(import.meta.dirname, 'imports.txt'), 'utf8')
  assert.deepEqual(printImports(modules).split('\n'), kept.split('\n'))
})

test('the state of each module is known, with its reason', () => {
  const found = modules
    .filter(({ file }) => !isTest(file))
    .flatMap(({ file, source }) => stateOf(source).map((name) => `${file} ${name}`))
  assert.deepEqual(found.toSorted(), Object.keys(STATE).toSorted())
})

const planted = (file: string, source: string) => upward(edgesOf({ file, source }))

test('a planted upward import is found', () => {
  const found = ['db/pool.ts -> resources/contacts/get.ts']
  assert.deepEqual(planted('db/pool.ts', "import { getContact } from '../resources/contacts/get.ts'"), found)
  assert.deepEqual(planted('db/pool.ts', "import { type Contact } from '../resources/contacts/get.ts'"), found)
  assert.deepEqual(planted('db/pool.ts', "export { getContact } from '../resources/contacts/get.ts'"), found)
  assert.deepEqual(planted('db/pool.ts', "export * from '../resources/contacts/get.ts'"), found)
  assert.deepEqual(planted('db/pool.ts', "const later = () => import('../resources/contacts/get.ts')"), found)
  assert.deepEqual(planted('http/mount.ts', "import '../app.ts'"), ['http/mount.ts -> app.ts'])
  assert.deepEqual(planted('http/mount.ts', "import { x } from '../elsewhere/x.ts'"), [
    'http/mount.ts -> elsewhere/x.ts',
  ])
  assert.deepEqual(planted('resources/tags/tag.ts', "import { x } from '../../test/app.ts'"), [
    'resources/tags/tag.ts -> test/app.ts',
  ])
  assert.deepEqual(planted('db/pool.ts', "import type { Contact } from '../resources/contacts/get.ts'"), [])
  assert.deepEqual(planted('app.ts', "import { openPool } from './db/pool.ts'"), [])
})

test('imports are those that run', () => {
  const source = "import a from 'a'\nimport type b from 'b'\nexport type { c } from 'c'\ntype D = import('d').D"
  assert.deepEqual(importsOf(source), ['a'])
})

const PLANTED: Record<string, string[]> = {
  'const seen = new Map<string, number>()': ['seen'],
  'export const seen = new Set()': ['seen'],
  'const seen = new WeakMap<object, string>()': ['seen'],
  'let last = 0': ['last'],
  'export let last: string | undefined': ['last'],
  'const rows: string[] = []': ['rows'],
  'const kept = {} as Record<string, string>': ['kept'],
  'const all = [1]\nexport const more = (n: number) => all.push(n)': ['all'],
  'const all = new Map([[1, 2]])\nexport function learn() { all.set(2, 3) }': ['all'],
  'const count = { n: 0 }\nexport const next = () => ++count.n': ['count'],
  'const by = { a: 1 }\nexport const put = (k: string) => { by[k] = 1 }': ['by'],
  'const cache = new LRUCache({ max: 5 })': ['cache'],
  'const find = memoize(load)': ['find'],
  'class Pool { static open = new Map() }': ['Pool.open'],
  'export default new Emitter()': ['default'],
  'globalThis.last = 1': ['globalThis.last'],
  'export const note = (n: number) => void ((globalThis as any)["last"] = n)': ['(globalThis as any)["last"]'],
  'export function turn() { process.env["MODE"] = "b" }': ['process.env["MODE"]'],
  'export const next = (() => { let n = 0; return () => ++n })()': ['next'],
  'const find = (function () { const seen = new Map(); return (k: string) => seen.get(k) })()': ['find'],
  'const seen = Object.create(null)': ['seen'],
  'const cell = { n: 1 }\nexport const put = () => Object.assign(cell, { n: 2 })': ['cell'],
  'const list = [3, 1]\nexport const least = () => list.sort()[0]': ['list'],
  'const ids = Array.from([1])\nexport const last = () => ids.reverse()[0]': ['ids'],
  'const known = new Map([[1, 2]])\nexport const two = () => known.getOrInsert(2, 3)': ['known'],
  'const tables = { rows: new Map() }': ['tables'],
  'const tables = { rows: [1] }\nexport const add = (n: number) => tables.rows.push(n)': ['tables'],
  'const [seen, first] = [new Map(), 1]': ['[seen, first]'],
  'const seen = isOn ? new Map() : undefined': ['seen'],
  'const seen = Object.freeze(new Map())': ['seen'],
  'export const turn = () => { turn.last = 1 }': ['turn'],
  'class Pool { static { Pool.open = 0 } }': ['Pool static'],
  'setInterval(() => {}, 1000)': ['setInterval'],
  'export const turn = () => Object.assign(process.env, { MODE: "b" })': ['process.env'],
  'Reflect.set(globalThis, "last", 1)': ['globalThis'],
  'export const fresh = () => ({ seen: new Map() })': [],
  'const make = { seen: () => new Map() }': [],
  'const LIST = [3, 1].toSorted()': [],
  'const LIST = (() => [1, 2].map((n) => n * 2))()': [],
  'export const modeOf = () => process.env["MODE"]': [],
  'const KINDS = new Set(["a"])\nexport const isKind = (k: string) => KINDS.has(k)': [],
  'const TABLE = { a: 1 }\nexport const valueOf = (k: string) => TABLE[k]': [],
  'export function fresh() { const seen = new Map(); let n = 0; return [seen, n] }': [],
  'const PATTERN = new RegExp("a")': [],
}

for (const [source, names] of Object.entries(PLANTED))
  test(`planted: ${source.replaceAll('\n', '; ')}`, () => {
    assert.deepEqual(stateOf(source), names)
  })
