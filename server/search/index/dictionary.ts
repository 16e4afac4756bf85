/**
 * The words of a field in one segment: which of them contain, begin with or end with a pattern. They
 * are numbered, and the substrings that they share are indexed as those of texts are.
 */
import { SUBSTRING, WORDS, type Posting } from './content.ts'
import { foldCase } from './fold-case.ts'
import { existence } from './number-ranges.ts'
import type { Parts } from './parts.ts'
import { encodeRows, rowsOf, SEGMENT_ROWS } from './row-set.ts'
import { buildSubstrings } from './substrings-build.ts'
import { keysOf, matchSubstrings, patternOf } from './substrings.ts'

const TOGETHER = 512
/** More words than these are not looked up one by one. */
const MANY = 500

/** @returns nothing where there are too many words to number */
export function dictionaryOf(field: string, words: string[]): Posting[] {
  if (words.length > SEGMENT_ROWS) return []
  const nothing = encodeRows([], words.length)
  const parts = Array.from({ length: Math.ceil(words.length / TOGETHER) }, (_, part): Posting => {
    const label = words.slice(part * TOGETHER, (part + 1) * TOGETHER).join('\n')
    return { field, kind: WORDS, key: String(part), label, rows: nothing }
  })
  const substrings = buildSubstrings(words).map(({ key, label, rows }): Posting => ({
    field,
    kind: SUBSTRING,
    key,
    label,
    rows: encodeRows(rows, words.length),
  }))
  return [{ field, kind: SUBSTRING, key: '', label: '', rows: nothing }, ...parts, ...substrings]
}

/** @returns the words of all segments that fit; undefined where only the table can tell, or there are too many */
export async function findWords(
  parts: Parts,
  all: number[],
  field: string,
  { pattern, text }: { pattern: '~' | '^' | '$'; text: string },
): Promise<string[] | undefined> {
  const folded = foldCase(text)
  const asked = patternOf(pattern, folded)
  const substring = (key: string) => ({ field, kind: SUBSTRING, key })
  await parts.loadPostings([existence(field), ...['', ...keysOf(asked)].map(substring)], all)
  const segments = all.filter((segment) => parts.posting(segment, existence(field)))
  if (segments.some((segment) => !parts.posting(segment, substring('')))) return undefined

  const numbers = segments.map((segment) => {
    const { rows } = matchSubstrings(asked, {
      get: (key) => {
        const posting = parts.posting(segment, substring(key))
        if (!posting) return undefined
        return { label: posting.label!, count: posting.count, rows: Uint16Array.from(rowsOf(posting.rows)) }
      },
    })
    return { segment, numbers: [...rows] }
  })
  if (numbers.some((found) => found.numbers.length > MANY)) return undefined
  const pages = new Set(numbers.flatMap((found) => found.numbers.map((number) => Math.floor(number / TOGETHER))))
  const wordsAt = (page: number) => ({ field, kind: WORDS, key: String(page) })
  await parts.loadPostings([...pages].map(wordsAt), segments)

  const words = new Set<string>()
  for (const { segment, numbers: some } of numbers)
    for (const number of some) {
      const page = parts.posting(segment, wordsAt(Math.floor(number / TOGETHER)))
      words.add(page!.label!.split('\n')[number % TOGETHER]!)
    }
  const fits = [...words].filter((word) => FITS[pattern](word, folded))
  return fits.length > MANY ? undefined : fits
}

const FITS = {
  '~': (word: string, text: string) => word.includes(text),
  '^': (word: string, text: string) => word.startsWith(text),
  $: (word: string, text: string) => word.endsWith(text),
}
