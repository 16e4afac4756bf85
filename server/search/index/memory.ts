/**
 * What this process keeps of indexes between searches: the parts that were read last, and of each
 * index the segments of its newest edition. A segment is never written again and no two have the
 * same number, nor have two editions: so what was read stays true.
 */
import { LRUCache } from 'lru-cache'
import type { Pool } from '../../db/pool.ts'
import type { StoredRows } from './row-set.ts'

/** Bytes of parts, for all lists of all workspaces. */
const PARTS = 32 * 1024 * 1024
const EDITIONS = 500

export interface StoredSegment {
  segment: number
  size: number
  /** How many of its rows are live: fewer, whenever `live` changes. */
  alive: number
}

export interface Edition {
  version: number
  segments: StoredSegment[]
  /** How many rows the segments hold, gone ones too. */
  size: number
  /** Whether nothing had changed since it was written, when last asked. */
  isCalm: boolean
  /** By field, its buckets in the order of a page: see ordered-walk.ts. */
  orders: Map<string, PlacedBucket[]>
}

/** Of all segments' buckets of one field: where its numbers begin and end. */
export interface PlacedBucket {
  segment: number
  low: number
  /** No number in it is greater. */
  high: number
  size: number
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

export interface Lows {
  lows: Float64Array
  sizes: Float64Array
}

export interface Bucket {
  low: number
  /** Null where all of them are `low`. */
  numbers: Int32Array | Float64Array | null
  rows: Uint16Array
}

export type Part = Posting | SubstringEntry | Lows | Bucket | { live: StoredRows } | { below: StoredRows }

export interface Memory {
  /** Null: there is none. */
  parts: LRUCache<string, { part: Part | null }>
  editions: LRUCache<string, Edition>
}

const memories = new WeakMap<Pool, Memory>()

export function memoryOf(db: Pool): Memory {
  let memory = memories.get(db)
  if (!memory) {
    memory = {
      parts: new LRUCache({ maxSize: PARTS, sizeCalculation: ({ part }) => sizeOf(part) }),
      editions: new LRUCache({ max: EDITIONS }),
    }
    memories.set(db, memory)
  }
  return memory
}

function sizeOf(part: Part | null): number {
  const values = part === null ? [] : Object.values(part)
  return values.reduce((sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 16), 200)
}
