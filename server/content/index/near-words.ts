/** Words that the reader's texts have in place of those of a question: other spellings, and the parts of compounds. */
import { type Db, fragment } from '../../db/pool.ts'
import type { Search } from './attempts.ts'
import { likenessOf } from './distance.ts'
import type { Question } from './question.ts'

export interface NearWord {
  asked: string
  word: string
  /** From 0 to 1 for the same word. */
  likeness: number
  /** Languages that have the word; null for all. */
  languages: string[] | null
}

type Vocabulary = Pick<Search, 'workspaceId' | 'mayKnow'>

/** Shorter words are like others by chance. */
const MIN_LENGTH = 4
/** More words than these are not compared with others. */
export const MAX_COMPARED = 8
/** Words that are compared letter by letter. */
const CANDIDATES = 30
const LIKELY = 6

/** Known words that are like each long word of the question, the likest first; beside others a known word is itself alone. */
export async function listNear(
  db: Db,
  { workspaceId, mayKnow }: Vocabulary,
  question: Question,
): Promise<NearWord[][]> {
  const long = question.words.filter((word) => word.length >= MIN_LENGTH).slice(0, MAX_COMPARED)
  if (long.length === 0) return []
  const isAlone = question.words.length === 1
  const isUnknown = fragment`(${isAlone}::boolean or not exists (
    select from content_words c
    where c.workspace_id = ${workspaceId} and c.word = w.asked collate "C" and ${mayKnow}))`
  const asked = long.map((word) => ({ asked: word, swapped: swapsOf(word) }))
  const rows = await db<(Pick<NearWord, 'asked' | 'word' | 'languages'> & { similarity: number })[]>`
    select w.asked, c.word, c.similarity, c.languages
    from jsonb_to_recordset(${asked as never}::jsonb) w (asked text, swapped text[])
    cross join lateral (
      select c.word, c.languages, 1::float as similarity from content_words c
      where c.workspace_id = ${workspaceId} and c.word = w.asked collate "C" and ${mayKnow}
      union all
      select c.word, c.languages, similarity(c.word, w.asked)::float from content_words c
      where c.workspace_id = ${workspaceId} and c.word = any(w.swapped collate "C") and not c.word % w.asked
        and c.word <> w.asked collate "C" and ${mayKnow}
        and ${isUnknown}
      union all
      (select c.word, c.languages, similarity(c.word, w.asked)::float from content_words c
      where c.workspace_id = ${workspaceId} and c.word % w.asked and c.word <> w.asked collate "C" and ${mayKnow}
        and ${isUnknown}
      order by similarity(c.word, w.asked) desc, c.word limit ${CANDIDATES})) c`
  return long.map((asked) =>
    rows
      .filter((row) => row.asked === asked)
      .map((row) => ({ ...row, likeness: likenessOf(asked, row.word, row.similarity) }))
      .toSorted((a, b) => b.likeness - a.likeness || b.similarity - a.similarity)
      .slice(0, LIKELY),
  )
}

/** The word with each two neighbours in each other's place. */
function swapsOf(word: string): string[] {
  const letters = [...word]
  return letters.slice(1).map((letter, at) => letters.toSpliced(at, 2, letter, letters[at]!).join(''))
}

/** The question with known words in place of the ones that no text has; undefined where there is nothing to change. */
export function respell(question: Question, near: NearWord[][]): Question | undefined {
  const likest = near.flatMap(([first]) => (first && first.word !== first.asked ? [first] : []))
  if (likest.length === 0) return undefined
  const known = new Map(likest.map(({ asked, word }) => [asked, word]))
  const words = [...new Set(question.words.map((word) => known.get(word) ?? word))]
  return { ...question, words, prefix: words.at(-1) }
}

/** Halves of compounds are no shorter. */
const MIN_HALF = 4
/** A sign that sorts after every word with the same beginning. */
const LAST = '\u{10ffff}'

/**
 * The question with compounds that no text has in two words: a known one, and the rest. The second form has a known word
 * that begins as the rest does.
 */
export async function split(db: Db, { workspaceId, mayKnow }: Vocabulary, question: Question): Promise<Question[]> {
  const long = question.words.filter((word) => word.length >= 2 * MIN_HALF).slice(0, MAX_COMPARED)
  if (long.length === 0) return []
  const rows = await db<{ asked: string; head: string; half: string; tail: string }[]>`
    select distinct on (w.asked) w.asked, h.head, h.half, t.tail from unnest(${long}::text[]) w (asked)
    cross join lateral (
      select left(w.asked, k) as head, substr(w.asked, k + 1) as half
      from generate_series(${MIN_HALF}::int, length(w.asked) - ${MIN_HALF}::int) k) h
    cross join lateral (
      select c.word as tail from content_words c
      where c.workspace_id = ${workspaceId} and c.word >= h.half collate "C" and c.word < (h.half || ${LAST}) collate "C"
        and ${mayKnow}
      order by c.word = h.half, length(c.word), c.word limit 1) t
    where not exists (
        select from content_words c
        where c.workspace_id = ${workspaceId} and c.word = w.asked collate "C" and ${mayKnow})
      and exists (
        select from content_words c
        where c.workspace_id = ${workspaceId} and c.word = h.head collate "C" and ${mayKnow})
    order by w.asked, length(h.head) desc`
  if (rows.length === 0) return []
  return (['half', 'tail'] as const).map((rest) => {
    const halves = new Map(rows.map((row) => [row.asked, [row.head, row[rest]]]))
    const words = [...new Set(question.words.flatMap((word) => halves.get(word) ?? [word]))]
    return { ...question, words, prefix: words.at(-1) }
  })
}
