/**
 * The substrings that numbered texts share (substrings.ts), as a segment keeps them: the texts are
 * those of its rows, or the words of its dictionary.
 */
import { postingOf, SUBSTRING, type Posting } from './content.ts'
import { foldCase } from './fold-case.ts'
import type { SubstringEntry } from './memory.ts'
import type { Parts } from './parts.ts'
import { listOf, type StoredRows } from './row-set.ts'
import { buildSubstrings } from './substrings-build.ts'
import { commonRows, findEntries, patternOf, type Entries } from './substrings.ts'

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
  const entries = await lookUp(parts, field, patternOf(pattern, foldCase(text)))
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

/** Of the segments that keep substrings, the keys of the texts that have a pattern: see findEntries. */
async function lookUp(
  parts: Parts,
  field: string,
  pattern: string,
): Promise<{ segment: number; keys: string[]; exact: boolean }[]> {
  const known = new Map<string, ReadonlyMap<number, SubstringEntry>>()
  const learn = async (keys: string[]) => {
    await parts.loadEntries(field, keys)
    for (const key of keys) known.set(key, parts.entries(field, key))
  }
  const inSegment = (segment: number): Entries => ({
    get(key) {
      const entries = known.get(key)
      return entries && (entries.get(segment) ?? null)
    },
  })
  const nothingKnown = findEntries(pattern, new Map())
  await learn([ANY, ...('lacking' in nothingKnown ? nothingKnown.lacking : [])])
  const found: { segment: number; keys: string[]; exact: boolean }[] = []
  for (let left = [...known.get(ANY)!.keys()]; left.length > 0;) {
    const lacking = new Set<string>()
    left = left.filter((segment) => {
      const entries = findEntries(pattern, inSegment(segment))
      if (!('lacking' in entries)) found.push({ segment, ...entries })
      else for (const key of entries.lacking) lacking.add(key)
      return 'lacking' in entries
    })
    if (left.length > 0) await learn([...lacking])
  }
  return found
}
