/**
 * What one search needs of an index: `load…` reads what this process does not remember. What was
 * read is remembered (`keep`) when the edition is known to have stood until then: of a segment that
 * was taken away in between, nothing was found.
 */
import type { Db } from '../../db/pool.ts'
import { decodeNumbers, decodePositions } from './content.ts'
import { IndexMoved } from './moved.ts'
import * as queries from './lookup-queries.ts'
import type { Bucket, Lows, Memory, Part, Posting, StoredSegment, SubstringEntry } from './memory.ts'
import type { ModelName } from './models.ts'
import { decodeRows, listOf, type StoredRows } from './row-set.ts'

export class Parts {
  /** What this search has asked for: it stays at hand, whatever the memory lets go. */
  #held = new Map<string, Part | null>()
  /** Of them, those that were read for it. */
  #read: string[] = []
  #onKeep: (() => void)[] = []
  #memory: Memory
  #source: { db: Db; workspaceId: number; model: ModelName }

  constructor(memory: Memory, db: Db, workspaceId: number, model: ModelName) {
    this.#memory = memory
    this.#source = { db, workspaceId, model }
  }

  posting = (segment: number, wanted: queries.Wanted) => this.#held.get(postingName(segment, wanted)) as Posting | null
  entry = (segment: number, field: string, key: string) =>
    this.#held.get(entryName(segment, field, key)) as SubstringEntry | null
  lows = (segment: number, field: string) => this.#held.get(lowsName(segment, field)) as Lows | null
  bucket = (wanted: queries.WantedBucket) => this.#held.get(bucketName(wanted)) as Bucket | null
  /** The rows of all buckets before this one. */
  below = (wanted: queries.WantedBucket) => (this.#held.get(belowName(wanted)) as { below: StoredRows }).below
  live = (segment: StoredSegment) => (this.#held.get(liveName(segment)) as { live: StoredRows }).live

  /** Whether anything was read that is not remembered yet. */
  get hasRead(): boolean {
    return this.#read.length > 0
  }

  keep(): void {
    for (const name of this.#read) this.#memory.parts.set(name, { part: this.#held.get(name)! })
    for (const act of this.#onKeep) act()
    this.#read = []
    this.#onKeep = []
  }

  /** @param act keeps something that follows from the parts */
  whenKept(act: () => void): void {
    this.#onKeep.push(act)
  }

  async loadPostings(wanted: queries.Wanted[], segments: number[]): Promise<void> {
    const missing = wanted.filter((one) => this.#lacks(segments.map((segment) => postingName(segment, one))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#source
    for (const { at, segment, label, rows } of await queries.listPostings(db, workspaceId, model, missing, segments))
      this.#hold(postingName(segment, missing[at]!), { rows: decodeRows(rows), label })
    for (const one of missing) this.#holdAbsent(segments.map((segment) => postingName(segment, one)))
  }

  async loadEntries(field: string, keys: string[], segments: number[]): Promise<void> {
    const missing = keys.filter((key) => this.#lacks(segments.map((segment) => entryName(segment, field, key))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#source
    for (const { segment, key, label, count } of await queries.listEntries(
      db,
      workspaceId,
      model,
      field,
      missing,
      segments,
    ))
      this.#hold(entryName(segment, field, key), { label, count })
    for (const key of missing) this.#holdAbsent(segments.map((segment) => entryName(segment, field, key)))
  }

  async loadLows(fields: string[], segments: number[]): Promise<void> {
    const missing = fields.filter((field) => this.#lacks(segments.map((segment) => lowsName(segment, field))))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#source
    for (const { field, segment, lows, sizes } of await queries.listLows(db, workspaceId, model, missing, segments))
      this.#hold(lowsName(segment, field), { lows: numbersIn(lows), sizes: numbersIn(sizes) })
    for (const field of missing) this.#holdAbsent(segments.map((segment) => lowsName(segment, field)))
  }

  loadBuckets(wanted: queries.WantedBucket[]): Promise<void> {
    return this.#loadOfBuckets(wanted, bucketName, async (db, workspaceId, model, missing) =>
      (await queries.listBuckets(db, workspaceId, model, missing)).map(({ at, numbers, rows }) => ({
        at,
        part: {
          low: missing[at]!.low,
          numbers: numbers && decodeNumbers(numbers),
          rows: numbers ? decodePositions(rows) : listOf(decodeRows(rows)),
        },
      })),
    )
  }

  loadBelow(wanted: queries.WantedBucket[]): Promise<void> {
    return this.#loadOfBuckets(wanted, belowName, async (db, workspaceId, model, missing) =>
      (await queries.listBelow(db, workspaceId, model, missing)).map(({ at, below }) => ({
        at,
        part: { below: decodeRows(below) },
      })),
    )
  }

  async #loadOfBuckets(
    wanted: queries.WantedBucket[],
    nameOf: (one: queries.WantedBucket) => string,
    read: (
      db: Db,
      workspaceId: number,
      model: ModelName,
      missing: queries.WantedBucket[],
    ) => Promise<{ at: number; part: Part }[]>,
  ): Promise<void> {
    const lacking = new Map(wanted.map((one) => [nameOf(one), one]))
    const missing = [...lacking].flatMap(([name, one]) => (this.#lacks([name]) ? one : []))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#source
    for (const { at, part } of await read(db, workspaceId, model, missing)) this.#hold(nameOf(missing[at]!), part)
    const absent = missing.find((one) => !this.#held.has(nameOf(one)))
    if (absent) throw new IndexMoved()
  }

  async loadLive(segments: StoredSegment[]): Promise<void> {
    const missing = segments.filter((one) => this.#lacks([liveName(one)]))
    if (missing.length === 0) return
    const { db, workspaceId, model } = this.#source
    const numbers = missing.map(({ segment }) => segment)
    const rows = await queries.listLive(db, workspaceId, model, numbers)
    const found = new Map(rows.map((row) => [row.segment, row]))
    for (const one of missing) {
      const row = found.get(one.segment)
      if (row?.alive !== one.alive) throw new IndexMoved()
      this.#hold(liveName(one), { live: decodeRows(row.live) })
    }
  }

  /** Whether one of them has to be read. */
  #lacks(names: string[]): boolean {
    let lacks = false
    for (const name of names) {
      if (this.#held.has(name)) continue
      const kept = this.#memory.parts.get(name)
      if (kept) this.#held.set(name, kept.part)
      else lacks = true
    }
    return lacks
  }

  #hold(name: string, part: Part | null): void {
    this.#held.set(name, part)
    this.#read.push(name)
  }

  #holdAbsent(names: string[]): void {
    for (const name of names) if (!this.#held.has(name)) this.#hold(name, null)
  }
}

const postingName = (segment: number, { field, kind, key }: queries.Wanted) => `${segment} ${kind} ${field}\0${key}`
const entryName = (segment: number, field: string, key: string) => `${segment} entry ${field}\0${key}`
const lowsName = (segment: number, field: string) => `${segment} lows ${field}`
const bucketName = ({ segment, field, low }: queries.WantedBucket) => `${segment} from ${low} ${field}`
const belowName = ({ segment, field, low }: queries.WantedBucket) => `${segment} below ${low} ${field}`
const liveName = ({ segment, alive }: StoredSegment) => `${segment} live ${alive}`

const numbersIn = (text: string) => Float64Array.from(text.split(' '), Number)
