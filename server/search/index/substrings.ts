/**
 * Which of up to 32,768 texts contain, begin with or end with a pattern: an index of entries that are
 * kept in a table and fetched by key. substrings-build.ts makes them; here they are asked.
 *
 * They are the nodes of a suffix tree that grows only where it is crowded. A string that at least
 * MIN_ROWS texts contain has an entry for each character that follows it anywhere, so a missing entry
 * is a proof that no text goes on that way; a string of fewer texts is a leaf, and its texts have to be
 * looked at. Where every occurrence of a string goes on alike, one entry spans that common run: its
 * `key` is where the run begins and its `label` where it ends.
 *
 * A text stands between two marks, so that a beginning and an end are found like anything else.
 * Characters are code points, and case is the caller's affair.
 */
export type SubstringEntry = {
  key: string
  /** The key, and what follows it in every text, wherever it occurs. */
  label: string
  /** The numbers of the texts that contain the key, ascending. */
  rows: Uint16Array
}

/** The entries that there are, by key; `count` texts have one. */
export interface Entries {
  get(key: string): { label: string; count: number } | undefined
}

/** Measured with 32,768 names or addresses: 64 takes twice the entries; with 128 a rare pattern has 3 to 5 candidates. */
export const MIN_ROWS = 128

/** In characters. The substrings of a pattern are fetched up to this length: n characters have n² / 2 of them. */
export const MAX_KEY = 32

export const START = '\u0002'
export const END = '\u0003'
const REPLACEMENT = '\ufffd'

/** What PostgreSQL cannot store, and the marks, become the replacement character. */
export function storable(text: string): string {
  return ['\0', START, END].reduce((clean, mark) => clean.replaceAll(mark, REPLACEMENT), text.toWellFormed())
}

/** The pattern that asks for texts that contain (~), begin with (^) or end with ($) this one. */
export function patternOf(operator: '~' | '^' | '$', text: string): string {
  return (operator === '^' ? START : '') + storable(text) + (operator === '$' ? END : '')
}

/** The keys of all entries that matching this pattern may need; most of them have none. */
export function keysOf(pattern: string): string[] {
  const characters = askedPart(pattern)
  const keys = new Set<string>()
  for (let from = 0; from < characters.length; from++) {
    let key = ''
    for (const character of characters.slice(from)) keys.add((key += character))
  }
  return [...keys]
}

/**
 * The texts that have the pattern: those that all of some entries have. If not `exact`, they are
 * candidates: all that have it, and maybe others; without a key, none has it. A pattern of up to
 * MAX_KEY characters, its mark included, is always exact if at least `minRows` texts have it.
 * `minRows` may be more than the entries were built with, never less.
 */
export function findEntries(pattern: string, entries: Entries, minRows = MIN_ROWS): { keys: string[]; exact: boolean } {
  if (pattern === '') throw new RangeError('every text has the empty pattern')
  const characters = askedPart(pattern)
  const asked = characters.join('')
  let start = pattern.endsWith(END) ? pattern.length - asked.length : 0
  const askedEnd = start + asked.length
  let furthest = 0
  const keys: string[] = []
  for (const character of characters) {
    const way = descend(pattern.slice(start), askedEnd - start, entries, minRows)
    if (!way) return { keys: [], exact: true }
    // What was replaced in a text can no longer be told apart.
    if (way.length === pattern.length) return { keys: [way.key], exact: !pattern.includes(REPLACEMENT) }
    // A way that ends no further than one from an earlier character says nothing new.
    if (start + way.length > furthest) keys.push(way.key)
    furthest = Math.max(furthest, start + way.length)
    start += character.length
  }
  return { keys, exact: false }
}

/** What all of some ascending lists have. */
export function commonRows([first = new Uint16Array(), ...others]: Uint16Array[]): Uint16Array {
  return others.reduce(common, first)
}

/** Of a long pattern the characters next to its mark, or else its first ones. */
function askedPart(pattern: string): string[] {
  const characters = [...pattern]
  return pattern.endsWith(END) ? characters.slice(-MAX_KEY) : characters.slice(0, MAX_KEY)
}

/**
 * Goes down from the root along the path, whose first `asked` code units may be asked for as keys. Tells
 * how far that led, and the texts that have this much; undefined if no text has the path.
 */
function descend(
  path: string,
  asked: number,
  entries: Entries,
  minRows: number,
): { length: number; key: string } | undefined {
  let length = 0
  let last: string | undefined
  while (length < asked) {
    const key = path.slice(0, length) + String.fromCodePoint(path.codePointAt(length)!)
    const entry = entries.get(key)
    if (!entry) return undefined
    if (entry.label.startsWith(path)) return { length: path.length, key }
    if (!path.startsWith(entry.label)) return undefined
    length = entry.label.length
    last = key
    if (entry.count < minRows) break
  }
  return last === undefined ? undefined : { length, key: last }
}

function common(some: Uint16Array, others: Uint16Array): Uint16Array {
  let at = 0
  return some.filter((row) => {
    while ((others[at] ?? row) < row) at++
    return others[at] === row
  })
}
