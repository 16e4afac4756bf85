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

/** What is known of entries by their key, which `count` texts have: null where there is none, undefined where nobody looked. */
export interface Entries {
  get(key: string): { label: string; count: number } | null | undefined
}

/** Measured with 32,768 names or addresses: 64 takes twice the entries; with 128 a rare pattern has 3 to 5 candidates. */
export const MIN_ROWS = 128

/** In characters: of a longer pattern those next to its mark are looked up, or else its first ones. */
export const MAX_KEY = 32
/** So many keys of each way are asked for at a time: most ways end with the second or third. */
const AHEAD = 3
/** So many ways are gone at the most, from places spread over the pattern. */
const WAYS = 8
/** What these have in common is next to nothing; to read what all have takes longer than to look at the rest. */
const RAREST = 3

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

/**
 * The texts that have the pattern: those that all of some entries have. If not `exact`, they are
 * candidates: all that have it, and maybe others; without a key, none has it. A pattern of up to
 * MAX_KEY characters, its mark included, is always exact if at least `minRows` texts have it.
 * `minRows` may be more than the entries were built with, never less.
 * @returns `lacking` where more keys have to be looked up: when they are known, it goes on from there
 */
export function findEntries(
  pattern: string,
  entries: Entries,
  minRows = MIN_ROWS,
): { keys: string[]; exact: boolean } | { lacking: string[] } {
  if (pattern === '') throw new RangeError('every text has the empty pattern')
  const characters = askedPart(pattern)
  const asked = characters.join('')
  const firstStart = pattern.endsWith(END) ? pattern.length - asked.length : 0
  const askedEnd = firstStart + asked.length
  let furthest = 0
  const ways: { key: string; count: number }[] = []
  const lacking: string[] = []
  for (const start of spread(characters, firstStart)) {
    const way = descend(pattern.slice(start), askedEnd - start, entries, minRows)
    if (!way) return { keys: [], exact: true }
    if ('lacking' in way) lacking.push(...way.lacking)
    else {
      // What was replaced in a text can no longer be told apart.
      if (way.length === pattern.length) return { keys: [way.key], exact: !pattern.includes(REPLACEMENT) }
      // A way that ends no further than one from an earlier character says nothing new.
      if (start + way.length > furthest) ways.push(way)
      furthest = Math.max(furthest, start + way.length)
    }
  }
  if (lacking.length > 0) return { lacking }
  const rarest = ways.sort((a, b) => a.count - b.count).slice(0, RAREST)
  return { keys: rarest.map(({ key }) => key), exact: false }
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

/** Where ways begin: at the first character, and at some of the others. */
function spread(characters: string[], start: number): number[] {
  const step = Math.ceil(characters.length / WAYS)
  const starts: number[] = []
  for (const [at, character] of characters.entries()) {
    if (at % step === 0) starts.push(start)
    start += character.length
  }
  return starts
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
): { length: number; key: string; count: number } | { lacking: string[] } | undefined {
  let length = 0
  let last: { key: string; count: number } | undefined
  while (length < asked) {
    const key = path.slice(0, length) + String.fromCodePoint(path.codePointAt(length)!)
    const entry = entries.get(key)
    if (entry === undefined) return { lacking: keysFrom(path, length, asked) }
    if (!entry) return undefined
    const { label, count } = entry
    if (label.startsWith(path)) return { length: path.length, key, count }
    if (!path.startsWith(label)) return undefined
    length = label.length
    last = { key, count }
    if (count < minRows) break
  }
  return last && { length, ...last }
}

/** The next keys on a path. */
function keysFrom(path: string, length: number, asked: number): string[] {
  let key = path.slice(0, length)
  return Array.from(path.slice(length, asked), (character) => (key += character)).slice(0, AHEAD)
}

function common(some: Uint16Array, others: Uint16Array): Uint16Array {
  let at = 0
  return some.filter((row) => {
    while ((others[at] ?? row) < row) at++
    return others[at] === row
  })
}
