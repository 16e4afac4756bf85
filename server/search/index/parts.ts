/**
 * What one search needs of an index: `load…` reads what this process does not remember. What was
 * read is remembered (`keep`) when the edition is known to have stood until then: of a segment that
 * was taken away in between, nothing was found.
 */
import type { Db } from '../../db/pool.ts'
import { hashOf, tailOf } from './content.ts'
import { foldCase } from './fold-case.ts'
import { firstAt } from './halving.ts'
import type { WorkedOut } from './indexed-field.ts'
import { IndexMoved } from './moved.ts'
import * as queries from './lookup-queries.ts'
import type {
  Bucket,
  Group,
  GroupedPart,
  Lows,
  Memory,
  Posting,
  SinglePart,
  StoredSegment,
  SubstringEntry,
  Tail,
  Terms,
  TextOrder,
} from './memory.ts'
import type { ModelName } from './models.ts'
import { decodeRows, decodeTogether, type StoredRows } from './row-set.ts'
import { decodeBucket, rowsOfText } from './stored-bucket.ts'
import { byteKey } from './texts.ts'

interface Source {
  db: Db
  workspaceId: number
  model: ModelName
  /** The segments of the edition. */
  numbers: readonly number[]
}

export class Parts {
  readonly numbers: readonly number[]
  /** What this search has asked for: it stays at hand, whatever the memory lets go. */
  #groups = new Map<string, Group>()
  #singles = new Map<string, SinglePart>()
  #limits = new Map<string, number>()
  #onKeep: (() => void)[] = []
  #hasRead = false
  #memory: Memory
  #source: Source
  #prefix: string

  constructor(memory: Memory, source: Source) {
    this.numbers = source.numbers
    this.#memory = memory
    this.#source = source
    this.#prefix = `${source.workspaceId} ${source.model} `
  }

  postings = (wanted: queries.Wanted) => this.#group(postingName(wanted)) as ReadonlyMap<number, Posting>
  entries = (field: string, key: string) => this.#group(entryName(field, key)) as ReadonlyMap<number, SubstringEntry>
  tail = (field: string, term: string) => this.#group(tailName(field, term)) as ReadonlyMap<number, Tail>
  terms = (field: string) => this.#group(termsName(field)) as ReadonlyMap<number, Terms>
  lows = (segment: number, field: string) => this.#group(lowsName(field)).get(segment) as Lows | undefined
  order = (segment: number, field: string) => this.#group(orderName(field)).get(segment) as TextOrder | undefined
  bucket = (wanted: queries.WantedBucket) => this.#singles.get(bucketName(wanted)) as Bucket
  /** The rows of all buckets before one that knows them. */
  below = (wanted: queries.WantedBucket) => (this.#singles.get(belowName(wanted)) as { below: StoredRows }).below
  live = (segment: StoredSegment) => (this.#singles.get(liveName(segment)) as { live: StoredRows }).live

  limit = ({ name }: WorkedOut) => this.#limits.get(name)!

  /** Whether anything was read that is not remembered yet. */
  get hasRead(): boolean {
    return this.#hasRead
  }

  keep(): void {
    for (const act of this.#onKeep) act()
    this.#onKeep = []
    this.#hasRead = false
  }

  /** @param act remembers what follows from what was read */
  whenKept(act: () => void): void {
    this.#onKeep.push(act)
  }

  loadPostings(wanted: queries.Wanted[]): Promise<void> {
    return this.#loadGroups(wanted, postingName, async ({ db, workspaceId, model }, missing, segments) => {
      const found = await queries.listPostings(db, workspaceId, model, missing, segments)
      return [...Map.groupBy(found, ({ at }) => at).values()].flatMap((alike) => {
        const decoded = decodeTogether(alike.map(({ rows }) => rows))
        return alike.map(({ at, segment, label }, i) => ({ at, segment, part: { rows: decoded[i]!, label } }))
      })
    })
  }

  /** Of values, the rows of those segments in which few have them. */
  async loadTails(field: string, terms: string[]): Promise<void> {
    if (terms.length === 0) return
    await this.loadLows([tailOf(field)])
    const nameOf = (term: string) => tailName(field, term)
    await this.#loadGroups(terms, nameOf, async ({ db, workspaceId, model }, missing, segments) => {
      const wanted = missing.flatMap((text, term) =>
        segments.flatMap((segment) => {
          const bucket = this.bucketOf(tailOf(field), hashOf(text), segment)
          return bucket ? { term, ...bucket } : []
        }),
      )
      if (wanted.length === 0) return []
      const found = await queries.listTails(db, workspaceId, model, field, missing, wanted)
      return found.map(({ at, ...stored }) => {
        const { term, segment, low } = wanted[at]!
        return { at: term, segment, part: rowsOfText(decodeBucket(stored, low), missing[term]!) }
      })
    })
  }

  loadEntries(field: string, keys: string[]): Promise<void> {
    const nameOf = (key: string) => entryName(field, key)
    return this.#loadGroups(keys, nameOf, async ({ db, workspaceId, model }, missing, segments) => {
      const found = await queries.listEntries(db, workspaceId, model, field, missing, segments)
      return found.flatMap(({ at, segments, labels, counts }) =>
        segments.map((segment, i) => ({ at, segment, part: { label: labels[i]!, count: counts[i]! } })),
      )
    })
  }

  loadTerms(field: string): Promise<void> {
    return this.#loadGroups([field], termsName, async ({ db, workspaceId, model }, _, segments) => {
      const rows = await queries.listTerms(db, workspaceId, model, field, segments)
      return rows.map(({ segment, terms }) => ({ at: 0, segment, part: { terms, folded: terms.map(foldCase) } }))
    })
  }

  loadLows(fields: string[]): Promise<void> {
    return this.#loadGroups(fields, lowsName, async ({ db, workspaceId, model }, missing, segments) => {
      const rows = await queries.listLows(db, workspaceId, model, missing, segments)
      return rows.map(({ field, segment, lows, sizes }) => {
        const part = { lows: numbersIn(lows), sizes: numbersIn(sizes) }
        return { at: missing.indexOf(field), segment, part }
      })
    })
  }

  loadOrder(field: string): Promise<void> {
    return this.#loadGroups([field], orderName, async ({ db, workspaceId, model }, _, segments) => {
      const rows = await queries.listOrder(db, workspaceId, model, field, segments)
      return rows.map(({ segment, firsts, sizes }) => {
        const keys = firsts.map(([text]) => byteKey(text))
        const part = { keys, ids: Float64Array.from(firsts, ([, id]) => id), sizes: Float64Array.from(sizes) }
        return { at: 0, segment, part }
      })
    })
  }

  /** The bucket that a number is in, or the last one before it; `loadLows` reads what it must know. */
  bucketOf(field: string, number: number, segment: number): queries.WantedBucket | undefined {
    const lows = this.lows(segment, field)?.lows
    if (!lows) return undefined
    const at = firstAt(lows.length, (at) => lows[at]! > number) - 1
    return at === -1 ? undefined : { field, segment, at, low: lows[at]! }
  }

  /** How many rows are in all buckets before one. */
  rowsBefore = ({ field, segment, at }: queries.WantedBucket): number =>
    this.lows(segment, field)!
      .sizes.subarray(0, at)
      .reduce((sum, size) => sum + size, 0)

  /** So many of a segment's buckets, one after the other. */
  bucketsFrom(field: string, segment: number, from: number, count: number): queries.WantedBucket[] {
    const { lows } = this.lows(segment, field)!
    return Array.from({ length: count }, (_, i) => ({ field, segment, at: from + i, low: lows[from + i]! }))
  }

  /** What limits come to that only the database can work out: for all editions. */
  async loadLimits(limits: WorkedOut[]): Promise<void> {
    const unknown = limits.filter(({ name }) => {
      const known = this.#memory.limits.get(name)
      if (known !== undefined) this.#limits.set(name, known)
      return known === undefined
    })
    if (unknown.length === 0) return
    const numbers = await queries.listLimits(this.#source.db, unknown)
    for (const [at, { name }] of unknown.entries()) {
      this.#limits.set(name, numbers[at]!)
      this.#memory.limits.set(name, numbers[at]!)
    }
  }

  loadBuckets(wanted: queries.WantedBucket[]): Promise<void> {
    return this.#loadSingles(wanted, bucketName, async ({ db, workspaceId, model }, missing) => {
      const buckets = await queries.listBuckets(db, workspaceId, model, missing)
      return buckets.map(({ at, ...stored }) => ({ at, part: decodeBucket(stored, missing[at]!.low) }))
    })
  }

  loadBelow(wanted: queries.WantedBucket[]): Promise<void> {
    return this.#loadSingles(wanted, belowName, async ({ db, workspaceId, model }, missing) => {
      const sets = await queries.listBelow(db, workspaceId, model, missing)
      return sets.map(({ at, below }) => ({ at, part: { below: decodeRows(below) } }))
    })
  }

  loadLive(segments: StoredSegment[]): Promise<void> {
    return this.#loadSingles(segments, liveName, async ({ db, workspaceId, model }, missing) => {
      const numbers = missing.map(({ segment }) => segment)
      const sets = await queries.listLive(db, workspaceId, model, numbers)
      return sets.flatMap(({ segment, alive, live }) => {
        const at = missing.findIndex((one) => one.segment === segment && one.alive === alive)
        return at === -1 ? [] : { at, part: { live: decodeRows(live) } }
      })
    })
  }

  #group(name: string): Group['of'] {
    const group = this.#groups.get(name)
    if (!group) throw new Error(`${JSON.stringify(name)} was not loaded`)
    return group.of
  }

  /** Reads of each what is not remembered, which may be that of some segments. */
  async #loadGroups<Wanted>(
    wanted: readonly Wanted[],
    nameOf: (one: Wanted) => string,
    read: (
      source: Source,
      missing: Wanted[],
      segments: number[],
    ) => Promise<{ at: number; segment: number; part: GroupedPart }[]>,
  ): Promise<void> {
    const missing: { one: Wanted; name: string; group: Group }[] = []
    const segments = new Set<number>()
    const names = new Set<string>()
    for (const one of wanted) {
      const name = nameOf(one)
      if (this.#groups.has(name) || names.has(name)) continue
      const known = this.#memory.groups.get(this.#prefix + name)
      if (known?.covers === this.numbers) {
        this.#groups.set(name, known)
        continue
      }
      names.add(name)
      const covered = new Set(known?.covers)
      for (const segment of this.numbers) if (!covered.has(segment)) segments.add(segment)
      const standing = this.numbers.flatMap((segment): [number, GroupedPart][] => {
        const part = known?.of.get(segment)
        return part ? [[segment, part]] : []
      })
      missing.push({ one, name, group: { covers: this.numbers, of: new Map(standing) } })
    }
    if (missing.length === 0) return
    if (segments.size > 0) {
      this.#hasRead = true
      const asked = missing.map(({ one }) => one)
      for (const { at, segment, part } of await read(this.#source, asked, [...segments]))
        missing[at]!.group.of.set(segment, part)
    }
    for (const { name, group } of missing) {
      this.#groups.set(name, group)
      this.whenKept(() => this.#memory.groups.set(this.#prefix + name, group))
    }
  }

  /** @throws IndexMoved where one is not there, though its segment says so */
  async #loadSingles<Wanted>(
    wanted: readonly Wanted[],
    nameOf: (one: Wanted) => string,
    read: (source: Source, missing: Wanted[]) => Promise<{ at: number; part: SinglePart }[]>,
  ): Promise<void> {
    const lacking = new Map<string, Wanted>()
    for (const one of wanted) {
      const name = nameOf(one)
      if (this.#singles.has(name)) continue
      const known = this.#memory.singles.get(name)
      if (known) this.#singles.set(name, known)
      else lacking.set(name, one)
    }
    if (lacking.size === 0) return
    this.#hasRead = true
    const names = [...lacking.keys()]
    for (const { at, part } of await read(this.#source, [...lacking.values()])) {
      const name = names[at]!
      this.#singles.set(name, part)
      this.whenKept(() => this.#memory.singles.set(name, part))
    }
    if (names.some((name) => !this.#singles.has(name))) throw new IndexMoved()
  }
}

const postingName = ({ field, kind, key }: queries.Wanted) => `${kind} ${field}\0${key}`
const entryName = (field: string, key: string) => `entry ${field}\0${key}`
const tailName = (field: string, term: string) => `tail ${field}\0${term}`
const termsName = (field: string) => `terms ${field}`
const lowsName = (field: string) => `lows ${field}`
const orderName = (field: string) => `order ${field}`
const bucketName = ({ segment, field, at }: queries.WantedBucket) => `${segment} from ${at} ${field}`
const belowName = ({ segment, field, at }: queries.WantedBucket) => `${segment} below ${at} ${field}`
const liveName = ({ segment, alive }: StoredSegment) => `${segment} live ${alive}`

const numbersIn = (text: string) => Float64Array.from(text.split(' '), Number)
