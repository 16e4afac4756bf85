/**
 * The substrings that numbered texts share (substrings.ts), as a segment keeps them: the texts are
 * those of its rows, or the words of its dictionary.
 */
import { postingOf, SUBSTRING, type Posting } from './content.ts'
import { foldCase } from './fold-case.ts'
import type { Parts } from './parts.ts'
import { listOf, type StoredRows } from './row-set.ts'
import { buildSubstrings } from './substrings-build.ts'
import { commonRows, findEntries, keysOf, patternOf } from './substrings.ts'

/** The key that tells that a segment keeps any at all. */
const ANY = ''

/** @param texts in one case; null where there is none */
export function substringsOf(field: string, texts: readonly (string | null)[]): Posting[] {
  const posting = (key: string, label: string, rows: ArrayLike<number>) =>
    postingOf({ field, kind: SUBSTRING, key, label }, rows, texts.length)
  return [posting(ANY, '', []), ...buildSubstrings(texts).map(({ key, label, rows }) => posting(key, label, rows))]
}

/** Numbers of texts: all that fit, and where they are not exact maybe others. */
export interface Fitting {
  numbers: StoredRows
  exact: boolean
}

/** @returns by segment, the texts that fit a pattern; nothing of a segment that keeps no substrings */
export async function findFitting(
  parts: Parts,
  field: string,
  { pattern, text }: { pattern: '~' | '^' | '$'; text: string },
): Promise<Map<number, Fitting>> {
  const asked = patternOf(pattern, foldCase(text))
  const wanted = keysOf(asked)
  await parts.loadEntries(field, [ANY, ...wanted])
  const entriesOf = new Map(wanted.map((key) => [key, parts.entries(field, key)]))
  const entries = [...parts.entries(field, ANY).keys()].map((segment) => ({
    segment,
    ...findEntries(asked, { get: (key) => entriesOf.get(key)?.get(segment) }),
  }))
  const substring = (key: string) => ({ field, kind: SUBSTRING, key })
  await parts.loadPostings([...new Set(entries.flatMap(({ keys }) => keys))].map(substring))
  return new Map(
    entries.map(({ segment, keys, exact }) => {
      const sets = keys.map((key) => parts.postings(substring(key)).get(segment)!.rows)
      const numbers = sets.length === 1 ? sets[0]! : commonRows(sets.map(listOf))
      return [segment, { numbers, exact }]
    }),
  )
}
