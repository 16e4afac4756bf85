/** Spells a question as the texts do. */
import type { Db } from '../../db/pool.ts'
import type { Search } from './attempts.ts'
import type { Question } from './question.ts'

/** Shorter words are like others by chance. */
const MIN_LENGTH = 4
/** More words than these are not compared with others. */
const MAX_COMPARED = 8

/** The question with known words in place of the ones that no text has; undefined where there is nothing to change. */
export async function respell(
  db: Db,
  { workspaceId, mayKnow }: Pick<Search, 'workspaceId' | 'mayKnow'>,
  question: Question,
): Promise<Question | undefined> {
  const long = question.words.filter((word) => word.length >= MIN_LENGTH).slice(0, MAX_COMPARED)
  if (long.length === 0) return undefined
  const rows = await db<{ asked: string; known: string }[]>`
    select w.asked, c.known from unnest(${long}::text[]) w (asked)
    cross join lateral (
      select c.word as known from content_words c
      where c.workspace_id = ${workspaceId} and c.word % w.asked and ${mayKnow}
      order by similarity(c.word, w.asked) desc, c.word limit 1) c
    where c.known <> w.asked`
  if (rows.length === 0) return undefined
  const known = new Map(rows.map((row) => [row.asked, row.known]))
  const words = [...new Set(question.words.map((word) => known.get(word) ?? word))]
  return { ...question, words, prefix: words.at(-1) }
}
