/** Where the buckets of a field lie: in the order of its values, those of all segments. */
import type { WantedBucket } from './lookup-queries.ts'
import type { Bucket, Edition, OrderedBuckets, Place, PlacedBucket } from './memory.ts'
import type { Parts } from './parts.ts'

export interface FieldOrder {
  /** Its buckets are in the order of the page. */
  field: string
  /** Whether they are of texts, or else of numbers. */
  isText: boolean
  descends: boolean
}

/** Of a row of a bucket. */
export function placeAt({ low, numbers, texts }: Bucket, at: number): Place {
  const number = numbers?.[at] ?? low
  return texts ? { key: texts.key(at), id: number } : { key: number, id: 0 }
}

export function comparePlaces(a: Place, b: Place): number {
  if (a.key === b.key) return a.id - b.id
  return a.key < b.key ? -1 : 1
}

/** Of all segments' buckets of a field, where each begins and ends. */
export async function bucketsInOrder(
  edition: Edition,
  parts: Parts,
  { field, isText, descends }: FieldOrder,
): Promise<OrderedBuckets> {
  const [name, otherWay] = descends ? [`${field} down`, `${field} up`] : [`${field} up`, `${field} down`]
  const known = edition.orders.get(name)
  if (known) return known
  const ofSegments =
    edition.orders.get(otherWay)?.ofSegments ?? (await (isText ? placeTexts(parts, field) : placeNumbers(parts, field)))
  const ordered = descends
    ? inOrder(
        ofSegments,
        (one) => one.high,
        (one) => one.low,
        (a, b) => comparePlaces(b, a),
      )
    : inOrder(
        ofSegments,
        (one) => one.low,
        (one) => one.high,
        comparePlaces,
      )
  parts.whenKept(() => edition.orders.set(name, ordered))
  return ordered
}

type PlaceOf = (bucket: PlacedBucket) => Place

function inOrder(
  ofSegments: OrderedBuckets['ofSegments'],
  begin: PlaceOf,
  end: PlaceOf,
  compare: (a: Place, b: Place) => number,
): OrderedBuckets {
  const buckets = [...ofSegments.values()].flat().sort((a, b) => compare(begin(a), begin(b)))
  const reaches: Place[] = []
  for (const bucket of buckets) {
    const [reach, before] = [end(bucket), reaches.at(-1)]
    reaches.push(before && compare(before, reach) > 0 ? before : reach)
  }
  return { buckets, reaches, ofSegments }
}

async function placeNumbers(parts: Parts, field: string): Promise<OrderedBuckets['ofSegments']> {
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

async function placeTexts(parts: Parts, field: string): Promise<OrderedBuckets['ofSegments']> {
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

async function placeOfEach(parts: Parts, field: string, all: SegmentBuckets[]): Promise<OrderedBuckets['ofSegments']> {
  const lastOf = ({ segment, storedAt }: SegmentBuckets): WantedBucket => {
    const at = storedAt.length - 1
    return { field, segment, at, low: storedAt[at]! }
  }
  // Where a bucket ends, the next one tells; of the last only itself.
  await parts.loadBuckets(all.map(lastOf))
  return new Map(
    all.map((one) => {
      const { segment, storedAt, sizes, lowAt } = one
      let end = 0
      const placed = Array.from(storedAt, (stored, at): PlacedBucket => {
        const size = sizes[at]!
        const high = at + 1 < storedAt.length ? lowAt(at + 1) : placeAt(parts.bucket(lastOf(one)), size - 1)
        end += size
        return { segment, at, storedAt: stored, low: lowAt(at), high, size, end }
      })
      return [segment, placed]
    }),
  )
}
