/**
 * Builds the entries that answer which texts contain, begin with or end with a pattern
 * (substrings.ts says what they are). The suffixes of all texts lie as positions in one typed array; a
 * node is a range of it, and is split by the next character into its children with a stable counting
 * sort, so that the positions of every node stay in the order of the rows.
 */
import { END, MAX_KEY, MIN_ROWS, START, storable, type SubstringEntry } from './substrings.ts'

const END_POINT = END.codePointAt(0)!

/** In characters. Longer than a key: a long pattern that few texts have is often decided by one label. */
const MAX_LABEL = 64

/** Costs about 14 bytes for each character of the texts while it runs, besides its result. */
export function buildSubstrings(texts: readonly (string | null)[], minRows = MIN_ROWS): SubstringEntry[] {
  if (texts.length > 32_768) throw new RangeError('too many texts for one set of substrings')
  const { points, rowOf } = readPoints(texts)
  const suffixes = new Uint32Array(points.length).map((_, i) => i)
  const sorted = new Uint32Array(points.length)
  const next = new Uint32Array(0x110000)
  const seen = new Uint16Array(texts.length)
  const entries: SubstringEntry[] = []
  split(0, suffixes.length, 0, '')
  return entries

  /** Adds the node whose key is `length` characters long, and what grows from it. */
  function add(from: number, to: number, length: number, parent: string): void {
    const first = suffixes[from]!
    const end = first + commonLength(from, to, length)
    const key = parent + String.fromCodePoint(points[first + length - 1]!)
    let label = key
    for (let i = first + length; i < end; i++) label += String.fromCodePoint(points[i]!)
    const rows = rowsOf(from, to)
    entries.push({ key, label, rows })
    const grows = rows.length >= minRows && end - first < MAX_KEY && points[end - 1] !== END_POINT
    if (grows) split(from, to, end - first, label)
  }

  /** Sorts the suffixes by the character after their common `length`, and adds a node for each character. */
  function split(from: number, to: number, length: number, label: string): void {
    const found: number[] = []
    for (let i = from; i < to; i++) {
      const point = points[suffixes[i]! + length]!
      const count = next[point]!
      if (count === 0) found.push(point)
      next[point] = count + 1
    }
    let at = from
    const bounds = found.map((point) => {
      const start = at
      at += next[point]!
      next[point] = start
      return start
    })
    for (let i = from; i < to; i++) {
      const suffix = suffixes[i]!
      const point = points[suffix + length]!
      const place = next[point]!
      sorted[place] = suffix
      next[point] = place + 1
    }
    suffixes.set(sorted.subarray(from, to), from)
    for (const point of found) next[point] = 0
    for (const [i, start] of bounds.entries()) add(start, bounds[i + 1] ?? to, length + 1, label)
  }

  /** How many characters all these suffixes share, of which `length` are known: at most up to the end of a text. */
  function commonLength(from: number, to: number, length: number): number {
    const first = suffixes[from]!
    let common = length
    while (common < MAX_LABEL && points[first + common - 1] !== END_POINT) common++
    for (let i = from + 1; i < to && common > length; i++) {
      const suffix = suffixes[i]!
      let same = length
      while (same < common && points[suffix + same] === points[first + same]) same++
      common = same
    }
    return common
  }

  function rowsOf(from: number, to: number): Uint16Array {
    let count = 0
    for (let i = from; i < to; i++) {
      const row = rowOf[suffixes[i]!]!
      if (count === 0 || seen[count - 1] !== row) seen[count++] = row
    }
    return seen.slice(0, count)
  }
}

/** The characters of all texts, one text after the other between their marks, and the row of each. */
function readPoints(texts: readonly (string | null)[]): { points: Uint32Array; rowOf: Uint16Array } {
  const most = texts.reduce((sum, text) => sum + (text === null ? 0 : text.length + 2), 0)
  const points = new Uint32Array(most)
  const rowOf = new Uint16Array(most)
  let length = 0
  for (const [row, text] of texts.entries()) {
    const wrapped = text === null ? '' : START + storable(text) + END
    for (let i = 0; i < wrapped.length; i++) {
      const point = wrapped.codePointAt(i)!
      if (point > 0xffff) i++
      points[length] = point
      rowOf[length++] = row
    }
  }
  return { points: points.subarray(0, length), rowOf: rowOf.subarray(0, length) }
}
