import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { cloneDatabase } from '../test/database.ts'
import { randomFrom } from '../test/random.ts'
import { heavy, leftAfter } from '../test/young.ts'
import { withDeclaredFields, withPlainArrays, withFewPlaces, withYoungFunctions } from './driver.ts'

test('a function that is assigned to a property is made young, and is what it was', () => {
  const source = 'this.resolve = x => (this.active = false, x); c.reserved = () => queries.length\n  ? 1 : 2'
  assert.equal(
    withYoungFunctions(source),
    'let young; this.resolve = young = x => (this.active = false, x); c.reserved = young = () => queries.length\n  ? 1 : 2',
  )
  const others = 'const settle = x => x; this.count = count; a.b = c(x => x); return { resolve: x => x }'
  assert.equal(withYoungFunctions(others), others)
})

test('a young collection frees what queries brought', async () => {
  const { db, drop } = await cloneDatabase()
  try {
    const query = async () => {
      const rows = await db`select 1 as one, ${'x'}::text as two`
      Object.assign(rows, { held: heavy() })
    }
    await leftAfter(50, query)
    const left = await leftAfter(200, query)
    assert.ok(left < 1_000_000, `${left} bytes of 3.2 MB are left`)
  } finally {
    await drop()
  }
})

test('a queue of the driver lets go of empty places, and gives what it was given in its order', async () => {
  const file = new URL('queue.js', import.meta.resolve('postgres'))
  const original = readFileSync(file, 'utf8')
  const source = withFewPlaces(original)
  assert.notEqual(source, original)
  // What it keeps can be looked at here.
  const opened = source.replace('return {', 'return { places: () => xs.length,')
  const { default: makeQueue } = await import(`data:text/javascript,${encodeURIComponent(opened)}`)
  const queue = makeQueue()
  const expected: number[] = []
  const random = randomFrom(3)
  for (let n = 0; n < 5000; n++) {
    const act = random.below(expected.length > 8 ? 3 : 5)
    if (act === 0 && expected.length > 1) {
      const [gone] = expected.splice(random.below(expected.length), 1)
      assert.equal(queue.remove(gone), gone)
    } else if (act < 3 && expected.length > 1) assert.equal(queue.shift(), expected.shift())
    else expected.push(queue.push(n))
    assert.equal(queue.length, expected.length)
  }
  assert.ok(queue.places() < 200, `${queue.places()} places for ${expected.length}`)
})

test('arrays without quotes are taken apart at once, and all are read as they were', async () => {
  const original = readFileSync(new URL('types.js', import.meta.resolve('postgres')), 'utf8')
  assert.notEqual(withPlainArrays(original), original)
  const { db, drop } = await cloneDatabase()
  try {
    const [row] = await db`
      select '{}'::text[] as none, '{"}"}'::text[] as brace, array['a', 'b,c', ''] as some, '{{1},{2}}'::int[] as nested,
        array['66737783be0000c0de006dbe', 'ü', 'null'] as ids, array[e'a\\u0001b', e'a\\\\b'] as odd, '{t,f}'::bool[] as booleans,
        '{}'::bigint[] as no_numbers, '{7}'::bigint[] as numbers`
    assert.deepEqual(
      { ...row },
      {
        none: [],
        brace: ['}'],
        some: ['a', 'b,c', ''],
        nested: [[1], [2]],
        ids: ['66737783be0000c0de006dbe', 'ü', 'null'],
        odd: ['a\u0001b', 'a\\b'],
        booleans: [true, false],
        no_numbers: [],
        numbers: [7],
      },
    )
  } finally {
    await drop()
  }
})

test('a result and a query have what they had, but declared', async () => {
  const valuesOf = async (file: string, make: (module: any) => object, change: (source: string) => string) => {
    const original = readFileSync(new URL(file, import.meta.resolve('postgres')), 'utf8')
    const source = change(original)
    assert.equal(source === original, change === same)
    const made = make(await import(`data:text/javascript,${encodeURIComponent(source)}`))
    const own = Reflect.ownKeys(made).filter((key) => !String(key).includes('async_id')) // Node's, of each promise
    return Object.fromEntries(own.map((key) => [String(key), String(Reflect.get(made, key))]))
  }
  const makers = {
    'result.js': ({ default: Result }: any) => new Result(),
    'query.js': ({ Query }: any) => new Query(['select 1'], [1], { debug: false }, null, { simple: true }),
  }
  for (const [file, make] of Object.entries(makers))
    assert.deepEqual(await valuesOf(file, make, withDeclaredFields), await valuesOf(file, make, same))
})

const same = (source: string) => source
