/**
 * What this process keeps of indexes between searches: the parts that were read last, and of each
 * index the segments of its newest edition. A segment is never written again and no two have the
 * same number, nor have two editions: so what was read stays true.
 */
import { LRUCache } from 'lru-cache'
import type { Pool } from '../../db/pool.ts'
import type { Attribute } from './known-attributes.ts'
import type { StoredRows } from './row-set.ts'
import { Texts } from './texts.ts'

/** Bytes, for all lists of all workspaces. */
const GROUPS = 24 * 1024 * 1024
const SINGLES = 32 * 1024 * 1024
const STANDING = 8 * 1024 * 1024
/** About as many as there is room for where they are large. */
const FOUND_ONCE = 64
const EDITIONS = 500
const LIMITS = 5000

export interface StoredSegment {
  segment: number
  size: number
  /** How many of its rows are live: fewer, whenever `live` changes. */
  alive: number
}

export interface Edition {
  version: number
  segments: StoredSegment[]
  /** The numbers of the segments. */
  numbers: readonly number[]
  /** Whether nothing had changed since it was written, when last asked. */
  isCalm: boolean
  /** By field, its buckets in the order of a page: see ordered-walk.ts. */
  orders: Map<string, OrderedBuckets>
  /** By name, those that searches asked for: see known-attributes.ts. */
  attributes: Map<string, Attribute>
}

export interface OrderedBuckets {
  buckets: PlacedBucket[]
  /** How far each and all those before it reach. */
  reaches: Place[]
  /** Of each segment, those that are its own, from its lowest. */
  ofSegments: Map<number, PlacedBucket[]>
}

/** What a row is sorted by, as far as the index knows it. */
export interface Place {
  /** A number, or the bytes of a text, a letter each: so strings compare as bytes do. */
  key: number | string
  /** Of texts, what the id begins with: it orders rows of one text. 0 of numbers. */
  id: number
}

/** Of all segments' buckets of one field: where its rows begin and end. */
export interface PlacedBucket {
  segment: number
  /** Which one of the segment's it is, from 0. */
  at: number
  /** What it is stored under. */
  storedAt: number
  low: Place
  /** No row in it has a later place. */
  high: Place
  size: number
  /** How many rows it and all of the segment's before it have. */
  end: number
}

export interface Posting {
  rows: StoredRows
  label: string | null
}

/** Of a substring, without its rows. */
export interface SubstringEntry {
  label: string
  count: number
}

/** Where the buckets of a field begin, and how many rows each has. */
export interface Lows {
  lows: Float64Array
  sizes: Float64Array
}

/** Where the buckets in the order of a text begin, and how many rows each has. */
export interface TextOrder {
  /** See Place. */
  keys: string[]
  ids: Float64Array
  sizes: Float64Array
}

export type NumberArray = Int32Array | Float64Array

export interface Bucket {
  low: number
  /** In their order, and null where all of them are `low`; of rows in the order of a text, what their ids begin with. */
  numbers: NumberArray | null
  /** What was hashed, or what the rows are sorted by; null where numbers are all there is. */
  texts: Texts | null
  rows: Uint16Array
}

/** Of a value that few rows have, those rows. */
export interface Tail {
  rows: Uint16Array
  /** Those that have one of its hash, which is too long to be kept. */
  unsure: Uint16Array
}

/** All values of a field, of a segment that keeps no substrings of them. */
export interface Terms {
  terms: string[]
  /** In one case. */
  folded: string[]
}

/** What is asked of all segments at once. */
export type GroupedPart = Posting | SubstringEntry | Lows | TextOrder | Terms | Tail
/** What is asked of some. */
export type SinglePart = Bucket | { live: StoredRows } | { below: StoredRows }

/** By segment, a part of each of those that have one. */
export interface Group {
  /** The segments that were asked. */
  covers: readonly number[]
  of: Map<number, GroupedPart>
}

/** What a query finds in an edition. Nobody changes the sets. */
export interface StandingRows {
  /** Of the segments in which any row matches, those rows. */
  segments: FoundSegment[]
  /** How many those are. */
  standing: number
}

/** As it is kept: in one piece of memory. */
export interface KeptRows extends StandingRows {
  piece: ArrayBuffer
}

export interface FoundSegment {
  segment: number
  size: number
  rows: StoredRows
}

export interface Memory {
  groups: LRUCache<string, Group>
  singles: LRUCache<string, SinglePart>
  /** By edition and plan. */
  standing: LRUCache<string, KeptRows>
  /** What was found lately and is too large to be remembered the first time: by edition and plan. */
  foundOnce: LRUCache<string, true>
  editions: LRUCache<string, Edition>
  /** By their names, of indexes of all lists. */
  limits: LRUCache<string, number>
}

const memories = new WeakMap<Pool, Memory>()

export function memoryOf(db: Pool): Memory {
  let memory = memories.get(db)
  if (!memory) {
    memory = {
      groups: new LRUCache({
        maxSize: GROUPS,
        sizeCalculation: ({ of }) => of.values().reduce((sum, part) => sum + sizeOf(part), 200),
      }),
      singles: new LRUCache({ maxSize: SINGLES, sizeCalculation: (part: SinglePart) => sizeOf(part) }),
      standing: new LRUCache({
        maxSize: STANDING,
        sizeCalculation: ({ segments, piece }, name) => 200 + name.length + segments.length * 100 + piece.byteLength,
      }),
      foundOnce: new LRUCache({ max: FOUND_ONCE }),
      editions: new LRUCache({ max: EDITIONS }),
      limits: new LRUCache({ max: LIMITS }),
    }
    memories.set(db, memory)
  }
  return memory
}

function sizeOf(part: GroupedPart | SinglePart): number {
  return Object.values(part).reduce((sum: number, value: unknown) => sum + sizeOfValue(value), 100)
}

function sizeOfValue(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (value instanceof Texts) return value.byteLength
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + sizeOfValue(item), 0)
  return typeof value === 'string' ? 16 + value.length : 8
}
