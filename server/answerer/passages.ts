/** Passages of the content that the AI agent may answer a reader with, for a question; the best first. */
import { findContentPage, type Found, type Reader } from '../content/index/find.ts'
import { configurationOf, languageOf } from '../content/index/language.ts'
import { htmlToText } from '../content/to-text.ts'
import { type Db, fragment, type Fragment } from '../db/pool.ts'
import { escapeHtml } from '../html.ts'
import { fillersOf, languageOfText } from './fillers.ts'
import { bodyOf, clausesOf, partsOf, sectionsOf, shownOf, type Section } from './sections.ts'
import { askedWords, keyOf, lexemesOf, weigh, type Weighed } from './weigh.ts'

/** Content for customers. Articles for teammates are for the copilot alone. */
const KINDS = ['article', 'external_page', 'content_snippet'] as const

export interface Passage {
  kind: (typeof KINDS)[number]
  item_id: number
  /** The public address, where it has one. */
  url: string | null
  locale: string
  title: string
  /** The best section of it, as HTML of harmless tags. */
  html: string
  /** The same as plain text. */
  text: string
}

/** The public address of an article; null where readers cannot open it. */
export type ArticleUrl = (db: Db, id: number, locale: string) => Promise<string | null>

const MOST = 5
/**
 * The share of the weight of a question's words that a title and one section must have, so as not to be alike by chance;
 * less where the answerer judges by itself.
 */
export const SHARES = { answers: 0.6, judged: 0.25 }

interface Options {
  reader: Reader
  /** The language of the user, where it is known. */
  locale: string | null
  articleUrl: ArticleUrl
  share: number
}

/**
 * Passages in the language of the question, else of the user, before those in others. Words that are like the ones of
 * another language by chance are not taken for misspelt ones of it.
 */
export async function findPassages(
  db: Db,
  workspaceId: number,
  text: string,
  { locale, ...options }: Options,
): Promise<Passage[]> {
  const told = languageOfText(text)
  const language = told ?? (locale === null ? undefined : languageOf(locale))
  // Fillers of the question's language are unknown words in another.
  const fillers = fillersOf(told)
  const words = askedWords(text).filter((word) => !fillers.has(word))
  if (words.length === 0) return []
  const find = (only: Fragment, spellsAlike: boolean) =>
    passagesOf(db, workspaceId, { text, words }, { ...options, only, spellsAlike })
  if (language === undefined) return find(fragment`true`, true)
  const own = fragment`split_part(lower(x.locale), '-', 1) = ${language}`
  const found = await find(own, told !== undefined)
  if (found.length > 0) return found
  return told ? find(fragment`not ${own}`, false) : find(fragment`true`, true)
}

interface Within extends Omit<Options, 'locale'> {
  /** The condition on `content_index`, named `x`, that each text meets. */
  only: Fragment
  /** True if known words stand for misspelt ones. */
  spellsAlike: boolean
}

async function passagesOf(
  db: Db,
  workspaceId: number,
  { text, words }: { text: string; words: string[] },
  { reader, articleUrl, share, only, spellsAlike }: Within,
): Promise<Passage[]> {
  const wanted = { kind: [...KINDS], text, only, reader: { ...reader, assistant: 'ai_agent' as const } }
  const { found } = await findContentPage(db, workspaceId, wanted, { limit: MOST, offset: 0 })
  if (found.length === 0) return []
  const languages = [...new Set(found.map(({ locale }) => configurationOf(locale)))]
  const weighed = await weigh(db, workspaceId, words, { languages, reader: wanted.reader, spellsAlike })
  const bodies = await listBodies(db, workspaceId, found)
  const passages: { order: number; passage: Passage }[] = []
  for (const one of found) {
    const { html, url } = bodies.get(keyOf(one)) ?? { html: '', url: null }
    const best = await bestSection(db, one, html, weighed.get(configurationOf(one.locale)) ?? [])
    if (!best || best.share < share) continue
    const { item_id, locale, title } = one
    const kind = one.kind as Passage['kind']
    const address = kind === 'article' ? await articleUrl(db, item_id, locale) : url
    const shown = bodyOf(best.shown)
    passages.push({
      // A title that is about the question counts before words that only stand in the text.
      order: best.share + best.titled / 4,
      passage: { kind, item_id, url: address, locale, title, html: shown, text: htmlToText(shown) },
    })
  }
  return passages.toSorted((a, b) => b.order - a.order).map(({ passage }) => passage)
}

/** The stored HTML of each item, and the address of an external page. */
async function listBodies(
  db: Db,
  workspaceId: number,
  found: Found[],
): Promise<Map<string, { html: string; url: string | null }>> {
  const items = found.map(({ kind, item_id, locale }) => ({ kind, item_id, locale }))
  const rows = await db<
    (Pick<Found, 'kind' | 'item_id' | 'locale'> & {
      description: string | null
      html: string | null
      url: string | null
    })[]
  >`
    select x.kind, x.item_id, x.locale, c.description, coalesce(c.body, p.html, s.body) as html, p.url
    from jsonb_to_recordset(${items as never}::jsonb) x (kind text, item_id bigint, locale text)
    left join article_contents c on c.workspace_id = ${workspaceId} and x.kind = 'article'
      and c.article_id = x.item_id and c.locale = x.locale
    left join external_pages p on p.workspace_id = ${workspaceId} and x.kind = 'external_page' and p.id = x.item_id
    left join content_snippets s on s.workspace_id = ${workspaceId} and x.kind = 'content_snippet' and s.id = x.item_id`
  return new Map(
    rows.map(({ description, html, url, ...item }) => {
      const first = description ? `<p>${escapeHtml(description)}</p>` : ''
      return [keyOf(item), { html: first + (html ?? ''), url }]
    }),
  )
}

/** The section with most of the weight, which words of the title have with it. */
async function bestSection(
  db: Db,
  { title, locale }: Found,
  html: string,
  words: Weighed[],
): Promise<{ share: number; titled: number; shown: Section['blocks'] } | undefined> {
  const total = words.reduce((sum, { weight }) => sum + weight, 0)
  const sections = sectionsOf(html)
  if (total === 0 || sections.length === 0) return undefined
  const language = configurationOf(locale)
  const clauses = sections.flatMap(partsOf).flatMap((node) => clausesOf(node).map((text) => ({ node, text })))
  const [inTitle, ...lexemes] = await lexemesOf(
    db,
    [title, ...clauses.map(({ text }) => text)].map((text) => ({ language, text })),
  )
  const has = Map.groupBy(
    clauses.map(({ node }, at) => ({ node, set: lexemes[at]! })),
    ({ node }) => node,
  )
  const setsOf = (nodes: Section['blocks']) => nodes.flatMap((node) => (has.get(node) ?? []).map(({ set }) => set))
  const shareOf = (sets: Set<string>[]) =>
    words
      .filter((word) => word.lexemes.every((lexeme) => sets.some((set) => set.has(lexeme))))
      .reduce((sum, { weight }) => sum + weight, 0) / total
  const titled = shareOf([inTitle!])
  const scores = sections.map((section) => {
    const own = setsOf(partsOf(section))
    const heading = section.heading ? setsOf([section.heading]) : []
    // Frequent words in a text about something else stand in sentences that are apart.
    const together = titled > 0 ? [[inTitle!, ...own]] : own.map((one) => [...heading, one])
    return { section, share: Math.max(0, ...together.map(shareOf)), own: shareOf(own) }
  })
  const { section, share } = scores.toSorted((a, b) => b.share - a.share || b.own - a.own)[0]!
  const shares = section.blocks.map((block) => shareOf(setsOf([block])))
  return { share, titled, shown: shownOf(section, shares.indexOf(Math.max(...shares))) }
}
