/**
 * Builds a segment: takes the values of its rows, one row after the other, and makes what they are
 * found by.
 *
 *   const builder = new SegmentBuilder(fields)
 *   rows.forEach((values) => builder.add(values))
 *   builder.finish()            → what is to be stored
 */
import {
  bucketsOf,
  EXISTS,
  hashOf,
  orderBuckets,
  orderOf,
  postingOf,
  tailOf,
  TERM,
  type Entry,
  type OrderEntry,
  type SegmentContent,
} from './content.ts'
import { dictionaryOf } from './dictionary.ts'
import { foldCase } from './fold-case.ts'
import { substringsOf } from './shared-substrings.ts'

export interface BuiltField {
  name: string
  kind: 'words' | 'numbers'
  ignoresCase: boolean
  /** Rows are sorted by so many of the first characters of its values; undefined where they are not. */
  sortedBy: number | undefined
  /** Its values are words, of which patterns are asked. */
  isDictionary: boolean
}

export type Value = string | string[] | number | null

/** A field with so few different values keeps a list of the rows of each. */
const FEW_TERMS = 256
/** Where there are more, a value has one of its own from so many rows on. */
const COMMON = 16
/** Longer ones are no key. */
const LONGEST_TERM = 200

export class SegmentBuilder {
  #fields: FieldBuilder[]
  #ids: number[] = []

  constructor(fields: BuiltField[]) {
    this.#fields = fields.map((field) => (field.kind === 'words' ? new Words(field) : new Numbers(field.name)))
  }

  /**
   * @param id see idNumber
   * @param values one for each field, in their order
   */
  add(id: number, values: readonly Value[]): void {
    for (const [at, field] of this.#fields.entries()) {
      const value = values[at]
      if (value !== null && value !== undefined) field.add(this.#ids.length, value)
    }
    this.#ids.push(id)
  }

  finish(): SegmentContent {
    const content: SegmentContent = { postings: [], numbers: [] }
    for (const field of this.#fields) field.finish(this.#ids, content)
    return content
  }
}

interface FieldBuilder {
  add(row: number, value: string | string[] | number): void
  /** @param ids of the rows, as many as there are */
  finish(ids: readonly number[], content: SegmentContent): void
}

class Numbers implements FieldBuilder {
  #field: string
  #entries: Entry[] = []

  constructor(field: string) {
    this.#field = field
  }

  add(row: number, value: string | string[] | number): void {
    const number = Number(value)
    if (Number.isFinite(number)) this.#entries.push({ row, number })
  }

  finish({ length: size }: readonly number[], content: SegmentContent): void {
    if (this.#entries.length === 0) return
    const rows = this.#entries.map(({ row }) => row)
    content.postings.push(postingOf({ field: this.#field, kind: EXISTS, key: '' }, rows, size))
    content.numbers.push(...bucketsOf(this.#field, this.#entries, size, 'ranges'))
  }
}

class Words implements FieldBuilder {
  #field: BuiltField
  #exists: number[] = []
  #rowsOf = new Map<string, number[]>()
  /** By row; those without a value have none. */
  #texts: string[] = []
  /** What rows are sorted by, by row. */
  #sortKeys: string[] = []
  #isList = false

  constructor(field: BuiltField) {
    this.#field = field
  }

  add(row: number, value: string | string[] | number): void {
    this.#exists.push(row)
    if (Array.isArray(value)) {
      this.#isList = true
      for (const term of new Set(value)) this.#addTerm(row, term)
    } else {
      this.#addTerm(row, String(value))
      const { sortedBy } = this.#field
      if (sortedBy) this.#sortKeys[row] = firstCharacters(String(value), sortedBy)
    }
  }

  #addTerm(row: number, text: string): void {
    if (text === '' && this.#field.isDictionary) return // before the first word, and after the last
    const term = this.#field.ignoresCase ? foldCase(text) : text
    const rows = this.#rowsOf.get(term)
    if (rows) rows.push(row)
    else this.#rowsOf.set(term, [row])
    if (!this.#isList) this.#texts[row] = term
  }

  finish(ids: readonly number[], content: SegmentContent): void {
    if (this.#exists.length === 0) return
    const { name } = this.#field
    const size = ids.length
    content.postings.push(postingOf({ field: name, kind: EXISTS, key: '' }, this.#exists, size))
    const keepsAll = this.#rowsOf.size <= FEW_TERMS
    if (this.#field.sortedBy) content.numbers.push(...orderBuckets(orderOf(name), this.#inOrder(ids)))
    if (this.#field.isDictionary) content.postings.push(...dictionaryOf(name, [...this.#rowsOf.keys()]))
    const tail: Entry[] = []
    for (const [term, rows] of this.#rowsOf) {
      if ((keepsAll || rows.length >= COMMON) && term.length <= LONGEST_TERM)
        content.postings.push(postingOf({ field: name, kind: TERM, key: term }, rows, size))
      else for (const row of rows) tail.push({ row, number: hashOf(term), text: term })
    }
    if (tail.length > 0) content.numbers.push(...bucketsOf(tailOf(name), tail, size, 'single'))
    // Where the values are many, what they have in them is listed, too.
    if (!keepsAll && !this.#isList) content.postings.push(...substringsOf(name, this.#textsInOneCase(size)))
  }

  #inOrder(ids: readonly number[]): OrderEntry[] {
    const rows = this.#isList ? [] : this.#exists
    return rows.map((row) => ({ row, id: ids[row]!, text: Buffer.from(this.#sortKeys[row]!) }))
  }

  #textsInOneCase(size: number): (string | null)[] {
    const inOneCase = this.#field.ignoresCase ? (text: string) => text : foldCase
    return Array.from({ length: size }, (_, row) => {
      const text = this.#texts[row]
      return text === undefined ? null : inOneCase(text)
    })
  }
}

/** Characters are code points, as the database counts them. */
export const firstCharacters = (text: string, count: number): string =>
  text.length <= count
    ? text
    : Array.from(text.slice(0, 2 * count))
        .slice(0, count)
        .join('')
