/**
 * Goes through the rows of a page in its order: by the buckets of all segments, one after the other,
 * until those that are left can hold nothing that comes earlier than what was found.
 */
import type { WantedBucket } from './lookup-queries.ts'
import type { Bucket, Edition, FoundSegment, Place, PlacedBucket } from './memory.ts'
import type { Parts } from './parts.ts'
import { hasRow, type RowSet } from './row-set.ts'

interface PlacedRow extends Place {
  segment: number
  position: number
}

interface Walk {
  /** Its buckets are in the order of the page. */
  field: string
  /** Whether they are of texts, or else of numbers. */
  isText: boolean
  descends: boolean
  /** Of the row that the last page ended with; undefined on the first. */
  start: Place | undefined
  /** So many rows are looked for that come after it for certain. */
  least: number
}

/**
 * @param standing how many rows there are in the segments
 * @returns in their order, at least so many rows and all that are like the last of them; `isAll` where there
 * are no more. Those that are like the start are among them: some come before it, and some after.
 * The index knows a text whole, of an id what it begins with, and dates to the second.
 */
export async function walkInOrder(
  {
    edition,
    segments,
    standing,
    parts,
  }: { edition: Edition; segments: FoundSegment[]; standing: number; parts: Parts },
  { field, isText, descends, start, least }: Walk,
): Promise<{ rows: PlacedRow[]; isAll: boolean }> {
  const direction = descends ? -1 : 1
  const compare = (a: Place, b: Place) => direction * comparePlaces(a, b)
  const rowsOf = new Map(segments.map(({ segment, rows }) => [segment, rows]))
  const buckets = await bucketsInOrder(edition, parts, { field, isText, descends })
  /** From where a bucket stands, the first that can hold rows of the page. */
  const nextFrom = (at: number): number => {
    for (; at < buckets.length; at++) {
      const { low, high, segment } = buckets[at]!
      if (start && compare(descends ? low : high, start) < 0) continue
      if (rowsOf.has(segment)) break
    }
    return at
  }
  const found: PlacedRow[] = []
  let wasCut = false
  /** Of one bucket: no more than a page can show. */
  const take = (segment: number, bucket: Bucket) => {
    const { rows } = bucket
    const matching = rowsOf.get(segment)!
    let beyondStart = 0
    let at = nextMatching(rows, matching, firstOf(bucket, start, descends), direction)
    for (; at !== undefined; at = nextMatching(rows, matching, at + direction, direction)) {
      const row = { segment, position: rows[at]!, ...placeAt(bucket, at) }
      if (beyondStart >= least && compare(row, found.at(-1)!) !== 0) {
        wasCut = true
        return
      }
      found.push(row)
      if (start === undefined || compare(row, start) !== 0) beyondStart++
    }
  }
  // As many rows as hold a page and a half, where those that match are evenly spread.
  let reach = (1.5 * least * segments.reduce((sum, { size }) => sum + size, 0)) / standing
  let passed = 0
  const begun = new Set<number>()
  for (let at = nextFrom(0); ;) {
    const wanted: WantedBucket[] = []
    for (; at < buckets.length && passed < reach; at = nextFrom(at + 1)) {
      const { segment, at: number, storedAt, size } = buckets[at]!
      wanted.push({ field, segment, at: number, low: storedAt })
      // The first of a segment's reaches back before the page: it is read in any case, and fills none of it.
      if (begun.has(segment)) passed += size
      begun.add(segment)
    }
    await parts.loadBuckets(wanted)
    for (const one of wanted) take(one.segment, parts.bucket(one))
    const next = buckets[at]
    const edge = next && (descends ? next.high : next.low)
    const certain = found.filter(
      (row) => (edge === undefined || compare(row, edge) < 0) && (start === undefined || compare(row, start) !== 0),
    )
    if (certain.length < least) {
      if (!next) return { rows: found, isAll: true }
      // They are not: as many more as hold what is lacking, where it goes on as it did until now.
      const lacking = (1.5 * (least - certain.length)) / found.length
      reach = Math.max(passed, least) * (1 + Math.min(4, Math.max(0.5, lacking)))
      continue
    }
    const last = certain.sort(compare)[least - 1]!
    const rows = found.filter((row) => compare(row, last) <= 0)
    return { rows, isAll: !next && !wasCut && rows.length === found.length }
  }
}

/** From where a row stands in a bucket, the first that matches: thousands may be passed before a page is full. */
function nextMatching(rows: Uint16Array, matching: RowSet, from: number, direction: number): number | undefined {
  for (let at = from; at >= 0 && at < rows.length; at += direction) if (hasRow(matching, rows[at]!)) return at
  return undefined
}

/** Where the first row of a bucket stands that comes no earlier than the start. */
function firstOf(bucket: Bucket, start: Place | undefined, descends: boolean): number {
  const { length } = bucket.rows
  if (!start) return descends ? length - 1 : 0
  let [from, to] = [0, length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const order = comparePlaces(placeAt(bucket, middle), start)
    if (descends ? order <= 0 : order < 0) from = middle + 1
    else to = middle
  }
  return descends ? from - 1 : from
}

function placeAt({ low, numbers, texts }: Bucket, at: number): Place {
  const number = numbers?.[at] ?? low
  return texts ? { key: texts.key(at), id: number } : { key: number, id: 0 }
}

function comparePlaces(a: Place, b: Place): number {
  if (a.key === b.key) return a.id - b.id
  return a.key < b.key ? -1 : 1
}

async function bucketsInOrder(
  edition: Edition,
  parts: Parts,
  { field, isText, descends }: Pick<Walk, 'field' | 'isText' | 'descends'>,
): Promise<PlacedBucket[]> {
  const [name, otherWay] = descends ? [`${field} down`, `${field} up`] : [`${field} up`, `${field} down`]
  const known = edition.orders.get(name)
  if (known) return known
  const placed =
    edition.orders.get(otherWay) ?? (await (isText ? placeTexts(parts, field) : placeNumbers(parts, field)))
  const sorted = placed.toSorted((a, b) => (descends ? comparePlaces(b.high, a.high) : comparePlaces(a.low, b.low)))
  parts.whenKept(() => edition.orders.set(name, sorted))
  return sorted
}

async function placeNumbers(parts: Parts, field: string): Promise<PlacedBucket[]> {
  await parts.loadLows([field])
  return placeOfEach(
    parts,
    field,
    parts.numbers.flatMap((segment) => {
      const { lows, sizes } = parts.lows(segment, field) ?? {}
      return lows ? { segment, storedAt: lows, sizes: sizes!, lowAt: (at) => ({ key: lows[at]!, id: 0 }) } : []
    }),
  )
}

async function placeTexts(parts: Parts, field: string): Promise<PlacedBucket[]> {
  await parts.loadOrder(field)
  return placeOfEach(
    parts,
    field,
    parts.numbers.flatMap((segment) => {
      const { keys, ids, sizes } = parts.order(segment, field) ?? {}
      if (!keys) return []
      return { segment, storedAt: [...keys.keys()], sizes: sizes!, lowAt: (at) => ({ key: keys[at]!, id: ids![at]! }) }
    }),
  )
}

interface SegmentBuckets {
  segment: number
  storedAt: ArrayLike<number>
  sizes: Float64Array
  lowAt(at: number): Place
}

async function placeOfEach(parts: Parts, field: string, all: SegmentBuckets[]): Promise<PlacedBucket[]> {
  const lastOf = ({ segment, storedAt }: SegmentBuckets): WantedBucket => {
    const at = storedAt.length - 1
    return { field, segment, at, low: storedAt[at]! }
  }
  // Where a bucket ends, the next one tells; of the last only itself.
  await parts.loadBuckets(all.map(lastOf))
  return all.flatMap((one) => {
    const { segment, storedAt, sizes, lowAt } = one
    return Array.from(storedAt, (stored, at): PlacedBucket => {
      const high = at + 1 < storedAt.length ? lowAt(at + 1) : placeAt(parts.bucket(lastOf(one)), sizes[at]! - 1)
      return { segment, at, storedAt: stored, low: lowAt(at), high, size: sizes[at]! }
    })
  })
}
