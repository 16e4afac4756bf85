/**
 * The parts of indexes that searches of this process have read, the last ones kept in memory. A
 * segment is never written again and no two have the same number, so what was read stays true.
 */
import { LRUCache } from 'lru-cache'
import type { Db, Pool } from '../../db/pool.ts'
import { decodeNumbers, decodePositions } from './content.ts'
import * as queries from './lookup-queries.ts'
import type { ModelName } from './models.ts'
import { decodeRows, listOf, type StoredRows } from './row-set.ts'

/** Bytes, for all lists of all workspaces. */
const MEMORY = 32 * 1024 * 1024

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
  below: StoredRows | null
}

type Part = Posting | SubstringEntry | Lows | Bucket | { live: StoredRows }
/** Null: there is none. */
type Kept = { part: Part | null }

export type PartCache = LRUCache<string, Kept>

const caches = new WeakMap<Pool, PartCache>()

export function partCacheOf(db: Pool): PartCache {
  let cache = caches.get(db)
  if (!cache) caches.set(db, (cache = new LRUCache({ maxSize: MEMORY, sizeCalculation: ({ part }) => sizeOf(part) })))
  return cache
}

function sizeOf(part: Part | null): number {
  const values = part === null ? [] : Object.values(part)
  return values.reduce((sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 16), 200)
}

/** What one search needs of an index: `load…` reads what is not in memory yet. */
export class Parts {
  /** What this search has asked for: it stays at hand, whatever the cache lets go. */
  #held = new Map<string, Part | null>()
  #cache: PartCache
  #read: { db: Db; workspaceId: number; model: ModelName }

  constructor(cache: PartCache, db: Db, workspaceId: number, model: ModelName) {
    this.#cache = cache
    this.#read = { db, workspaceId, model }
  }

  posting = (segment: number, wanted: queries.Wanted) => this.#held.get(postingName(segment, wanted)) as Posting | null
  entry = (segment: number, field: string, key: string) =>
    this.#held.get(entryName(segment, field, key)) as SubstringEntry | null
  lows = (segment: number, field: string) => this.#held.get(lowsName(segment, field)) as Lows | null
  bucket = ({ segment, field, low }: queries.WantedBucket) =>
    this.#held.get(bucketName({ segment, field, low })) as Bucket | null
  live = ({ segment, alive }: queries.StoredSegment) =>
    (this.#held.get(liveName({ segment, alive })) as { live: StoredRows }).live

  async loadPostings(wanted: queries.Wanted[], segments: number[]): Promise<void> {
    const missing = wanted.filter((one) => this.#lacks(segments.map((segment) => postingName(segment, one))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#read
    for (const { at, segment, label, rows } of await queries.listPostings(db, workspaceId, model, missing, segments))
      this.#keep(postingName(segment, missing[at]!), { rows: decodeRows(rows), label })
    for (const one of missing) this.#keepAbsent(segments.map((segment) => postingName(segment, one)))
  }

  async loadEntries(field: string, keys: string[], segments: number[]): Promise<void> {
    const missing = keys.filter((key) => this.#lacks(segments.map((segment) => entryName(segment, field, key))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#read
    for (const { segment, key, label, count } of await queries.listEntries(
      db,
      workspaceId,
      model,
      field,
      missing,
      segments,
    ))
      this.#keep(entryName(segment, field, key), { label, count })
    for (const key of missing) this.#keepAbsent(segments.map((segment) => entryName(segment, field, key)))
  }

  async loadLows(fields: string[], segments: number[]): Promise<void> {
    const missing = fields.filter((field) => this.#lacks(segments.map((segment) => lowsName(segment, field))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#read
    for (const { field, segment, lows, sizes } of await queries.listLows(db, workspaceId, model, missing, segments))
      this.#keep(lowsName(segment, field), { lows: numbersIn(lows), sizes: numbersIn(sizes) })
    for (const field of missing) this.#keepAbsent(segments.map((segment) => lowsName(segment, field)))
  }

  async loadBuckets(wanted: queries.WantedBucket[]): Promise<void> {
    const lacking = new Map(wanted.map((one) => [bucketName(one), one]))
    const missing = [...lacking].flatMap(([name, one]) => (this.#lacks([name]) ? one : []))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#read
    for (const { at, numbers, rows, below } of await queries.listBuckets(db, workspaceId, model, missing))
      this.#keep(bucketName(missing[at]!), {
        low: missing[at]!.low,
        numbers: numbers && decodeNumbers(numbers),
        rows: numbers ? decodePositions(rows) : listOf(decodeRows(rows)),
        below: below && decodeRows(below),
      })
  }

  async loadLive(segments: queries.StoredSegment[]): Promise<void> {
    const missing = segments.filter((one) => this.#lacks([liveName(one)]))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#read
    const numbers = missing.map(({ segment }) => segment)
    const aliveOf = new Map(missing.map(({ segment, alive }) => [segment, alive]))
    for (const { segment, live } of await queries.listLive(db, workspaceId, model, numbers))
      this.#keep(liveName({ segment, alive: aliveOf.get(segment)! }), { live: decodeRows(live) })
  }

  /** Whether one of them has to be read. */
  #lacks(names: string[]): boolean {
    let lacks = false
    for (const name of names) {
      if (this.#held.has(name)) continue
      const kept = this.#cache.get(name)
      if (kept) this.#held.set(name, kept.part)
      else lacks = true
    }
    return lacks
  }

  #keep(name: string, part: Part | null): void {
    this.#held.set(name, part)
    this.#cache.set(name, { part })
  }

  #keepAbsent(names: string[]): void {
    for (const name of names) if (!this.#held.has(name)) this.#keep(name, null)
  }
}

const postingName = (segment: number, { field, kind, key }: queries.Wanted) => `${segment} ${kind} ${field}\0${key}`
const entryName = (segment: number, field: string, key: string) => `${segment} entry ${field}\0${key}`
const lowsName = (segment: number, field: string) => `${segment} lows ${field}`
const bucketName = ({ segment, field, low }: queries.WantedBucket) => `${segment} from ${low} ${field}`
const liveName = ({ segment, alive }: Pick<queries.StoredSegment, 'segment' | 'alive'>) => `${segment} live ${alive}`

const numbersIn = (text: string) => Float64Array.from(text.split(' '), Number)
