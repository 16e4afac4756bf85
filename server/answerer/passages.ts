/** Passages of the content that the AI agent may answer a reader with, for a question; the best first. */
import { findContentPage, type Found, type Reader } from '../content/index/find.ts'
import { fold, wordsOf } from '../content/index/fold.ts'
import type { Db } from '../db/pool.ts'

/** Content for customers. Articles for teammates are for the copilot alone. */
const KINDS = ['article', 'external_page', 'content_snippet'] as const

export interface Passage {
  kind: (typeof KINDS)[number]
  item_id: number
  /** The address of an external page that has one. */
  url: string | null
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
  const wanted = { kind: [...KINDS], text, reader: { ...reader, assistant: 'ai_agent' as const } }
  const { found } = await findContentPage(db, workspaceId, wanted, { limit: MOST, offset: 0 })
  if (found.length === 0) return []
  const details = await listDetails(db, workspaceId, found, text)
  const asked = wordsOf(fold(text))
  return found.flatMap((one) => {
    const { share, url } = details.get(keyOf(one)) ?? { share: 0, url: null }
    if (share < SHARE) return []
    const { item_id, locale, title, body } = one
    return [{ kind: one.kind as Passage['kind'], item_id, url, locale, title, text: bestPart(body, asked) }]
  })
}

const keyOf = ({ kind, item_id, locale }: Pick<Found, 'kind' | 'item_id' | 'locale'>) => `${kind} ${item_id} ${locale}`

interface Details {
  /** The share of the question's words that the item has. */
  share: number
  url: string | null
}

/** Words as the language of each item compares them, without those that say nothing in it. */
async function listDetails(db: Db, workspaceId: number, found: Found[], text: string): Promise<Map<string, Details>> {
  const rows = await db<(Details & Pick<Found, 'kind' | 'item_id' | 'locale'>)[]>`
    select x.kind, x.item_id, x.locale, max(p.url) as url, max((
      select count(*) from unnest(asked.words) word where word = any(tsvector_to_array(x.words)))::float
      / greatest(cardinality(asked.words), 1)) as share
    from content_index x
    left join external_pages p
      on p.workspace_id = x.workspace_id and x.kind = 'external_page' and p.id = x.item_id,
    lateral (
      select tsvector_to_array(to_tsvector(x.language::regconfig, ${fold(text)})) as words) asked
    where x.workspace_id = ${workspaceId} and x.kind = any(${[...KINDS]}::text[]) and x.state = 'published'
      and x.item_id = any(${found.map(({ item_id }) => item_id)}::bigint[])
    group by x.kind, x.item_id, x.locale`
  return new Map(rows.map(({ share, url, ...item }) => [keyOf(item), { share, url }]))
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
