import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom, type Random } from '../../test/random.ts'
import { pickByAge } from './by-age.ts'
import type { Edition, FoundSegment, OrderedBuckets, PlacedBucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { addRow, emptySet, listOf } from './row-set.ts'

const BUCKET = 4

const place = (key: number) => ({ key, id: 0 })

/** Ages of the rows of a segment, in the order of their positions. */
const randomAges = (random: Random): number[] =>
  Array.from({ length: 1 + random.below(40) }, () => random.below(100)).toSorted((a, b) => a - b)

function bucketsOf(segment: number, ages: number[]): PlacedBucket[] {
  const buckets: PlacedBucket[] = []
  for (let start = 0; start < ages.length;) {
    let end = Math.min(start + BUCKET, ages.length)
    while (ages[end] === ages[end - 1]) end++ // equal numbers stay together
    const [low, high] = [ages[start]!, ages[end] ?? ages[end - 1]!]
    buckets.push({
      segment,
      at: buckets.length,
      storedAt: low,
      low: place(low),
      high: place(high),
      size: end - start,
      end,
    })
    start = end
  }
  return buckets
}

test('no row that a page shows is left out, and few are picked in vain', async () => {
  const random = randomFrom(5)
  let [picked, wanted] = [0, 0]
  for (let round = 0; round < 5000; round++) {
    const ages = Array.from({ length: 1 + random.below(5) }, () => randomAges(random))
    const ofSegments = new Map(ages.map((some, segment) => [segment, bucketsOf(segment, some)]))
    const orders = new Map([`age up`, `age down`].map((name) => [name, { ofSegments } as OrderedBuckets]))
    const segments = ages.map((some, segment): FoundSegment => {
      const rows = emptySet(some.length)
      for (let at = 0; at < some.length; at++) if (random.below(4) === 0) addRow(rows, at)
      return { segment, size: some.length, rows }
    })
    const descends = random.below(2) === 0
    const start = random.below(2) === 0 ? undefined : { key: random.below(100), id: 0 }
    const least = 1 + random.below(6)
    const found = { edition: { orders } as unknown as Edition, segments, parts: {} as Parts }
    const { rows, isAll } = await pickByAge(found, { field: 'age', isText: false, descends, start, least })

    const sign = descends ? -1 : 1
    const after = start ? sign * start.key : -Infinity
    const all = segments
      .flatMap(({ segment, rows }) => Array.from(listOf(rows), (position) => ({ segment, position })))
      .map((row) => ({ name: JSON.stringify(row), age: sign * ages[row.segment]![row.position]! }))
      .filter(({ age }) => age >= after)
    const names = new Set(rows.map(({ segment, position }) => JSON.stringify({ segment, position })))
    const last = all
      .map(({ age }) => age)
      .filter((age) => age > after)
      .toSorted((a, b) => a - b)[least - 1]
    const due = isAll || last === undefined ? all : all.filter(({ age }) => age <= last)
    assert.deepEqual(
      due.filter(({ name }) => !names.has(name)),
      [],
      `round ${round}`,
    )
    assert.equal(names.size, rows.length)
    if (last === undefined) assert.ok(isAll)
    picked += rows.length
    wanted += due.length
  }
  assert.ok(picked < 3 * wanted, `${picked} were picked for ${wanted}`)
})
