/**
 * Goes through the rows of a page in its order: by the buckets of all segments, one after the other,
 * until those that are left can hold nothing that comes earlier than what was found.
 */
import type { FoundSegment } from './find.ts'
import type { Edition, PlacedBucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { hasRow } from './row-set.ts'

export interface Placed {
  segment: number
  position: number
  number: number
}

export interface Walk {
  /** Numbers in the order of the page. */
  field: string
  descends: boolean
  /** Of the row that the last page ended with; undefined on the first. */
  start: number | undefined
  /** So many rows are looked for that come after it for certain. */
  least: number
}

/**
 * @param standing how many rows there are in the segments
 * @returns in their order, at least so many rows and all that are like the last of them; `isAll` where there
 * are no more. Those that are like the start are among them: some come before it, and some after.
 */
export async function walkInOrder(
  {
    edition,
    segments,
    standing,
    parts,
  }: { edition: Edition; segments: FoundSegment[]; standing: number; parts: Parts },
  { field, descends, start, least }: Walk,
): Promise<{ rows: Placed[]; isAll: boolean }> {
  const comesBefore = descends ? (a: number, b: number) => a > b : (a: number, b: number) => a < b
  const rowsOf = new Map(segments.map(({ segment, rows }) => [segment, rows]))
  const ahead = (await bucketsInOrder(edition, parts, field, descends)).filter(
    ({ segment, low, high }) =>
      rowsOf.has(segment) && (start === undefined || !comesBefore(descends ? low : high, start)),
  )
  const found: Placed[] = []
  // As many rows as hold a page and a half, where those that match are evenly spread.
  let reach = (1.5 * least * segments.reduce((sum, { size }) => sum + size, 0)) / standing
  for (let read = 0; ; reach *= 4) {
    const from = read
    for (let passed = 0; read < ahead.length && passed < reach; read++) passed += ahead[read]!.size
    const batch = ahead.slice(from, read)
    await parts.loadBuckets(batch.map(({ segment, low }) => ({ segment, field, low })))
    for (const { segment, low } of batch) {
      const { rows, numbers } = parts.bucket({ segment, field, low })!
      const matching = rowsOf.get(segment)!
      for (let at = 0; at < rows.length; at++) {
        const position = rows[at]!
        if (!hasRow(matching, position)) continue
        const number = numbers?.[at] ?? low
        if (start === undefined || !comesBefore(number, start)) found.push({ segment, position, number })
      }
    }
    const next = ahead[read]
    const edge = next && (descends ? next.high : next.low)
    const isKnown = ({ number }: Placed) => edge === undefined || comesBefore(number, edge)
    const certain = found.filter((row) => row.number !== start && isKnown(row))
    if (certain.length < least && next) continue
    found.sort((a, b) => (descends ? b.number - a.number : a.number - b.number))
    if (certain.length < least) return { rows: found, isAll: true }
    certain.sort((a, b) => (descends ? b.number - a.number : a.number - b.number))
    const last = certain[least - 1]!.number
    const rows = found.filter(({ number }) => !comesBefore(last, number))
    return { rows, isAll: !next && rows.length === found.length }
  }
}

async function bucketsInOrder(
  edition: Edition,
  parts: Parts,
  field: string,
  descends: boolean,
): Promise<PlacedBucket[]> {
  const name = `${field} ${descends ? 'descending' : 'ascending'}`
  const known = edition.orders.get(name)
  if (known) return known
  const placed = await placeBuckets(edition, parts, field)
  placed.sort((a, b) => (descends ? b.high - a.high : a.low - b.low))
  parts.whenKept(() => edition.orders.set(name, placed))
  return placed
}

async function placeBuckets({ segments }: Edition, parts: Parts, field: string): Promise<PlacedBucket[]> {
  const numbers = segments.map(({ segment }) => segment)
  await parts.loadLows([field], numbers)
  const lowsOf = numbers.flatMap((segment) => {
    const all = parts.lows(segment, field)
    return all ? [{ segment, ...all }] : []
  })
  const lastOf = ({ segment, lows }: (typeof lowsOf)[number]) => ({ segment, field, low: lows.at(-1)! })
  // Where a bucket ends, the next one tells; of the last only itself.
  await parts.loadBuckets(lowsOf.map(lastOf))
  return lowsOf.flatMap((one) =>
    Array.from(one.lows, (low, at): PlacedBucket => {
      const high = one.lows[at + 1] ?? parts.bucket(lastOf(one))!.numbers?.at(-1) ?? low
      return { segment: one.segment, low, high, size: one.sizes[at]! }
    }),
  )
}
