/** What a segment is written as, and how its parts are encoded. */
import { addRow, emptySet, encodeRows, encodeSet } from './row-set.ts'
import { encodeTexts } from './texts.ts'

/** `search_postings.kind` */
export const EXISTS = 0
export const TERM = 1
export const SUBSTRING = 2
/** The words of a field, by their numbers, some hundreds to a key. */
export const WORDS = 3

export interface Posting {
  field: string
  kind: typeof EXISTS | typeof TERM | typeof SUBSTRING | typeof WORDS
  key: string
  /** Of a substring: how the text goes on in every one of the rows. */
  label: string | null
  /** How many rows there are. */
  count: number
  rows: Buffer
}

export function postingOf(
  { field, kind, key, label = null }: Pick<Posting, 'field' | 'kind' | 'key'> & { label?: string | null },
  rows: ArrayLike<number>,
  size: number,
): Posting {
  return { field, kind, key, label, count: rows.length, rows: encodeRows(rows, size) }
}

export interface NumberBucket {
  field: string
  low: number
  size: number
  /** In their order, and null where all of them are `low`; of rows in the order of a text, what their ids begin with. */
  numbers: Buffer | null
  /** What was hashed, or what the rows are sorted by. */
  texts: Buffer | null
  /** Of rows in the order of a text, where the bucket begins: the text and the id, as JSON. */
  first: string | null
  /** One position for each of the numbers; a set where all of them are `low`. */
  rows: Buffer
  /** The positions of all buckets before this one; null where no range is asked, or an earlier one knows: see BELOW_EVERY. */
  below: Buffer | null
}

export interface SegmentContent {
  postings: Posting[]
  numbers: NumberBucket[]
}

/** The field of the hashes of what few rows have. */
export const tailOf = (field: string) => `#${field}`

/** The field of a text's words. */
export const wordsOf = (field: string) => `${field} words`

/** The field of the rows in the order of their texts. */
export const orderOf = (field: string) => `^${field}`

/** The field that tells which rows have a value. */
export const valuesOf = (field: string) => (/^[#^]/.test(field) ? field.slice(1) : field)

/** What an id begins with, as a number in the order of the ids: 24 hex digits, or a whole number. */
export const idNumber = (id: string | number): number =>
  typeof id === 'string' && id.length === 24 ? parseInt(id.slice(0, 12), 16) : Number(id)

/** FNV-1a. */
export function hashOf(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

const WHOLE = 0
const REAL = 1

function encodeNumbers(numbers: number[]): Buffer {
  const isWhole = numbers.every((number) => (number | 0) === number)
  const width = isWhole ? 4 : 8
  const stored = Buffer.allocUnsafe(1 + numbers.length * width)
  stored[0] = isWhole ? WHOLE : REAL
  numbers.forEach((number, at) =>
    isWhole ? stored.writeInt32LE(number, 1 + at * 4) : stored.writeDoubleLE(number, 1 + at * 8),
  )
  return stored
}

export function decodeNumbers(stored: Buffer): Int32Array | Float64Array {
  // A copy stands where a number may begin.
  const bytes = new Uint8Array(stored.subarray(1)).buffer
  return stored[0] === WHOLE ? new Int32Array(bytes) : new Float64Array(bytes)
}

function encodePositions(rows: number[]): Buffer {
  const stored = Buffer.allocUnsafe(rows.length * 2)
  rows.forEach((row, at) => stored.writeUInt16LE(row, at * 2))
  return stored
}

export const decodePositions = (stored: Buffer): Uint16Array => new Uint16Array(new Uint8Array(stored).buffer)

/** Every bucket but one of equal numbers holds so many at the most: of a narrow range one is read, which is stored in one piece. */
const BUCKET = 256
/** Every so many buckets, one knows the positions of all before it. */
export const BELOW_EVERY = 4
/** Of hashes one is looked for at a time: with what was hashed, so few are stored in one piece, which is read at once. */
const HASHES = 48

export interface Entry {
  number: number
  row: number
  /** What was hashed. */
  text?: string
}

/** @param asked for ranges, or for single ones */
export function bucketsOf(field: string, entries: Entry[], size: number, asked: 'ranges' | 'single'): NumberBucket[] {
  entries.sort((a, b) => a.number - b.number || a.row - b.row)
  const buckets: NumberBucket[] = []
  const below = emptySet(size)
  for (let start = 0; start < entries.length;) {
    const end = endOfBucket(entries, start, asked === 'single' ? HASHES : BUCKET)
    const bucket = entries.slice(start, end)
    const [first, last] = [bucket[0]!, bucket.at(-1)!]
    const isOne = bucket.length > 1 && first.number === last.number
    const rows = bucket.map(({ row }) => row)
    buckets.push({
      field,
      low: first.number,
      size: bucket.length,
      numbers: isOne ? null : encodeNumbers(bucket.map(({ number }) => number)),
      texts: asked === 'single' ? encodeTexts(bucket.map(({ text }) => text!)) : null,
      first: null,
      rows: isOne ? encodeRows(rows, size) : encodePositions(rows),
      below: asked === 'ranges' && buckets.length % BELOW_EVERY === 0 ? encodeSet(below) : null,
    })
    for (const row of rows) addRow(below, row)
    start = end
  }
  return buckets
}

export interface OrderEntry {
  text: Buffer
  /** See idNumber. */
  id: number
  row: number
}

/** So many rows of one order are stored in one piece, too: of every segment a page reads one bucket, or two. */
const IN_ORDER = 64

/** The rows in the order of their texts, and of their ids where the texts are the same; the first bucket's `low` is 0. */
export function orderBuckets(field: string, entries: OrderEntry[]): NumberBucket[] {
  entries.sort((a, b) => a.text.compare(b.text) || a.id - b.id || a.row - b.row)
  return Array.from({ length: Math.ceil(entries.length / IN_ORDER) }, (_, low) => {
    const bucket = entries.slice(low * IN_ORDER, (low + 1) * IN_ORDER)
    const { text, id } = bucket[0]!
    return {
      field,
      low,
      size: bucket.length,
      numbers: encodeNumbers(bucket.map(({ id }) => id)),
      texts: encodeTexts(bucket.map(({ text }) => text)),
      first: JSON.stringify([text.toString(), id]),
      rows: encodePositions(bucket.map(({ row }) => row)),
      below: null,
    }
  })
}

/** Equal numbers stay together: a bucket is found by its first number. */
function endOfBucket(entries: Entry[], start: number, most: number): number {
  const runEnd = (at: number) => {
    let end = at + 1
    while (end < entries.length && entries[end]!.number === entries[at]!.number) end++
    return end
  }
  let end = runEnd(start)
  while (end < entries.length) {
    const next = runEnd(end)
    if (next - start > most) break
    end = next
  }
  return end
}
