/** Passages of the content that a reader may open, for a question; the best first. */
import { findContent, type Found, type Reader } from '../content/index/find.ts'
import { fold, wordsOf } from '../content/index/fold.ts'
import type { Db } from '../db/pool.ts'

export interface Passage {
  kind: 'article'
  item_id: number
  locale: string
  title: string
  /** Plain text. */
  text: string
}

const MOST = 5
/** The share of a question's words that an item must have, so that it is not only alike by chance. */
const SHARE = 0.5
const LONGEST = 700

export async function findPassages(db: Db, workspaceId: number, text: string, reader: Reader): Promise<Passage[]> {
  const found = (await findContent(db, workspaceId, { kind: 'article', text, reader })).slice(0, MOST)
  if (found.length === 0) return []
  const shares = await listShares(db, workspaceId, found, text)
  const asked = wordsOf(fold(text))
  return found
    .filter(({ item_id, locale }) => (shares.get(`${item_id} ${locale}`) ?? 0) >= SHARE)
    .map(({ item_id, locale, title, body }) => ({
      kind: 'article',
      item_id,
      locale,
      title,
      text: bestPart(body, asked),
    }))
}

/** Words as the language of each item compares them, without those that say nothing in it. */
async function listShares(db: Db, workspaceId: number, found: Found[], text: string): Promise<Map<string, number>> {
  const rows = await db<{ key: string; share: number }[]>`
    select x.item_id || ' ' || x.locale as key, max((
      select count(*) from unnest(asked.words) word where word = any(tsvector_to_array(x.words)))::float
      / greatest(cardinality(asked.words), 1)) as share
    from content_index x, lateral (
      select tsvector_to_array(to_tsvector(x.language::regconfig, ${fold(text)})) as words) asked
    where x.workspace_id = ${workspaceId} and x.kind = 'article' and x.state = 'published'
      and x.item_id = any(${found.map(({ item_id }) => item_id)}::bigint[])
    group by 1`
  return new Map(rows.map(({ key, share }) => [key, share]))
}

/** The paragraph with most of the words, and as many after it as there is room for. */
function bestPart(body: string, asked: string[]): string {
  const stems = asked.filter((word) => word.length > 3).map((word) => word.slice(0, Math.max(4, word.length - 2)))
  const paragraphs = body
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const score = (paragraph: string) => {
    const folded = fold(paragraph)
    return stems.filter((stem) => folded.includes(stem)).length
  }
  const scores = paragraphs.map(score)
  const best = scores.indexOf(Math.max(...scores))
  let part = paragraphs[best] ?? ''
  for (const next of paragraphs.slice(best + 1)) {
    if (part.length + next.length > LONGEST) break
    part += `\n${next}`
  }
  return cut(part)
}

/** Ends with a whole sentence where there is one. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text
  const short = text.slice(0, LONGEST)
  const end = Math.max(short.lastIndexOf('. '), short.lastIndexOf('! '), short.lastIndexOf('? '))
  return end > LONGEST / 3 ? short.slice(0, end + 1) : `${short.toWellFormed()} …`
}
