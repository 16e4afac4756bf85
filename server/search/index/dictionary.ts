/**
 * The words of a field in one segment: which of them contain, begin with or end with a pattern. They
 * are numbered, and the substrings that they share are indexed as those of texts are.
 */
import { postingOf, WORDS, type Posting } from './content.ts'
import { foldCase } from './fold-case.ts'
import { existence } from './number-ranges.ts'
import type { Parts } from './parts.ts'
import { listOf, SEGMENT_ROWS } from './row-set.ts'
import { findFitting, substringsOf } from './shared-substrings.ts'

const TOGETHER = 512
/** More words than these are not looked up one by one. */
const MANY = 500

/** @returns nothing where there are too many words to number */
export function dictionaryOf(field: string, words: string[]): Posting[] {
  if (words.length > SEGMENT_ROWS) return []
  const pages = Array.from({ length: Math.ceil(words.length / TOGETHER) }, (_, page) => {
    const label = words.slice(page * TOGETHER, (page + 1) * TOGETHER).join('\n')
    return postingOf({ field, kind: WORDS, key: String(page), label }, [], words.length)
  })
  return [...pages, ...substringsOf(field, words)]
}

/** @returns the words of all segments that fit; undefined where only the table can tell, or there are too many */
export async function findWords(
  parts: Parts,
  field: string,
  { pattern, text }: { pattern: '~' | '^' | '$'; text: string },
): Promise<string[] | undefined> {
  const [fitting] = await Promise.all([
    findFitting(parts, field, { pattern, text }),
    parts.loadPostings([existence(field)]),
  ])
  const segments = [...parts.postings(existence(field)).keys()]
  if (segments.some((segment) => !fitting.has(segment))) return undefined
  const numbers = segments.map((segment) => ({ segment, numbers: [...listOf(fitting.get(segment)!.numbers)] }))
  if (numbers.some((found) => found.numbers.length > MANY)) return undefined
  const pages = new Set(numbers.flatMap((found) => found.numbers.map((number) => Math.floor(number / TOGETHER))))
  const wordsAt = (page: number) => ({ field, kind: WORDS, key: String(page) })
  await parts.loadPostings([...pages].map(wordsAt))

  const words = new Set<string>()
  for (const { segment, numbers: some } of numbers)
    for (const number of some) {
      const page = parts.postings(wordsAt(Math.floor(number / TOGETHER))).get(segment)
      words.add(page!.label!.split('\n')[number % TOGETHER]!)
    }
  const folded = foldCase(text)
  const found = [...words].filter((word) => fits(pattern, word, folded))
  return found.length > MANY ? undefined : found
}

/** @param text as the word, in one case */
export function fits(pattern: '~' | '^' | '$', word: string, text: string): boolean {
  if (pattern === '~') return word.includes(text)
  return pattern === '^' ? word.startsWith(text) : word.endsWith(text)
}
