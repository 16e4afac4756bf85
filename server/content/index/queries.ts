/** The SQL that fills the index of content. An item has a row for each language and state that it has a text in. */
import type { Db } from '../../db/pool.ts'
import { codesOf, fold, gramsOf, isUnspaced, wordsOf } from './fold.ts'
import { configurationOf } from './language.ts'
import { lockWords } from './lock-words.ts'
import { WORD_IS } from './reader.ts'

/** Kinds of content, named as their tables are. */
export type Kind = 'article' | 'internal_article' | 'content_snippet' | 'external_page'

export interface Entry {
  /** The id of the text where it has one of its own, as texts of articles have. */
  content_id?: number
  locale: string
  state: 'draft' | 'published'
  title: string
  /** Plain text. */
  body: string
  /** Audiences that may find it; none, or null, for everybody. */
  audience_ids: number[] | null
  folder_id?: number | null
  /** Assistants that may answer with it. */
  ai_agent: boolean
  copilot: boolean
  sales_agent: boolean
  created_by_id: number | null
  updated_by_id: number | null
  created_at: Date
  updated_at: Date
}

/** PostgreSQL refuses more than a megabyte of distinct words in a row. */
const MAX_WORD_BYTES = 300_000
const MAX_WORD = 100

/** Puts the texts of an item into the index, in place of those before. */
export async function replaceEntries(
  db: Db,
  workspaceId: number,
  kind: Kind,
  itemId: number,
  entries: Entry[],
): Promise<void> {
  await db`delete from content_index where workspace_id = ${workspaceId} and kind = ${kind} and item_id = ${itemId}`
  await insertEntries(
    db,
    workspaceId,
    kind,
    entries.map((entry) => ({ ...entry, item_id: itemId })),
  )
}

/** Adds texts of items that are not in the index. */
export async function insertEntries(
  db: Db,
  workspaceId: number,
  kind: Kind,
  entries: (Entry & { item_id: number })[],
): Promise<void> {
  const rows = entries.map((entry) => {
    const title = entry.title.toWellFormed()
    const body = entry.body.toWellFormed()
    const [folded_title, folded_body] = [fold(title), fold(body)]
    return {
      ...entry,
      content_id: entry.content_id ?? entry.item_id,
      audience_ids: entry.audience_ids?.length ? entry.audience_ids : null,
      folder_id: entry.folder_id ?? null,
      language: configurationOf(entry.locale),
      title,
      body,
      folded_title,
      folded_body,
      title_terms: indexed(folded_title),
      body_terms: indexed(folded_body),
    }
  })
  const inserted = await db<(Known & { item_id: number; locale: string })[]>`
    insert into content_index as x (workspace_id, kind, item_id, content_id, locale, state, audience_ids, folder_id,
      ai_agent, copilot, sales_agent, created_by_id, updated_by_id, created_at, updated_at, language, title, body,
      folded_title, folded_body, title_words, words)
    select ${workspaceId}, ${kind}, item_id, content_id, locale, state, audience_ids, folder_id,
      ai_agent, copilot, sales_agent, created_by_id, updated_by_id, created_at, updated_at, language, title, body,
      folded_title, folded_body, title_words,
      title_words || setweight(to_tsvector(language::regconfig, body_terms), 'D')
    from (
      select e.*, setweight(to_tsvector(language::regconfig, title_terms), 'A') ||
        setweight(to_tsvector('simple', title_terms), 'A') as title_words
      from jsonb_to_recordset(${rows as never}::jsonb) as e (item_id bigint, content_id bigint, locale text, state text,
        audience_ids bigint[], folder_id bigint, ai_agent boolean, copilot boolean, sales_agent boolean,
        created_by_id bigint, updated_by_id bigint, created_at timestamptz, updated_at timestamptz, language text,
        title text, body text, folded_title text, folded_body text, title_terms text, body_terms text)) e
    returning x.item_id, x.locale, ${WORD_IS.is_open} as is_open, ${WORD_IS.for_agent} as for_agent`
  const told = new Map(inserted.map((row) => [`${row.item_id} ${row.locale}`, row]))
  await insertWords(
    db,
    workspaceId,
    rows.map((row) => ({ ...row, ...told.get(`${row.item_id} ${row.locale}`)! })),
  )
}

/** Readers to whom the words of a text are known. */
interface Known {
  is_open: boolean
  for_agent: boolean
}

interface Told extends Known {
  language: string
  folded_title: string
  folded_body: string
}

/** Makes items that are in the index meant for these audiences. */
export async function updateAudiences(
  db: Db,
  workspaceId: number,
  kind: Kind,
  itemIds: number[],
  audienceIds: number[],
): Promise<void> {
  const audiences = audienceIds.length > 0 ? audienceIds : null
  await db`
    update content_index set audience_ids = ${audiences}::bigint[]
    where workspace_id = ${workspaceId} and kind = ${kind} and item_id = any(${itemIds}::bigint[])`
}

/** Takes an audience from texts that are meant for others as well. */
export async function removeAudience(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`
    update content_index set audience_ids = nullif(array_remove(audience_ids, ${id}::bigint), '{}')
    where workspace_id = ${workspaceId} and ${id}::bigint = any(audience_ids)`
}

/** Lengths of words that misspelt ones are compared with, and the most of them that a text brings. */
const COMPARED = { from: 4, to: 40, most: 5000 }

/** In one order, so that two transactions that bring the same words do not wait for each other. */
async function insertWords(db: Db, workspaceId: number, texts: Told[]): Promise<void> {
  const words = new Map<string, Known & { languages: Set<string> }>()
  // A full list leaves out the words that strangers do not know.
  const openFirst = texts.toSorted((a, b) => Number(b.is_open) - Number(a.is_open))
  for (const { folded_title, folded_body, language, is_open, for_agent } of openFirst)
    for (const word of [folded_title, folded_body].flatMap((text) => [...wordsOf(text), ...codesOf(text)])) {
      if (word.length < COMPARED.from || word.length > COMPARED.to || isUnspaced(word)) continue
      const before = words.get(word)
      if (before) {
        before.is_open ||= is_open
        before.for_agent ||= for_agent
        before.languages.add(language)
      } else if (words.size < COMPARED.most) words.set(word, { is_open, for_agent, languages: new Set([language]) })
    }
  if (words.size === 0) return
  const given = [...words].map(([word, known]) => ({ word, ...known, languages: [...known.languages].toSorted() }))
  await lockWords(db, workspaceId)
  await db`
    insert into content_words (workspace_id, word, is_open, for_agent, languages)
    select ${workspaceId}, given.word, given.is_open, given.for_agent, given.languages
    from jsonb_to_recordset(${given as never}::jsonb)
      as given (word text, is_open boolean, for_agent boolean, languages text[])
    where not exists (
      select from content_words known where known.workspace_id = ${workspaceId}
        and known.word = given.word collate "C"
        and known.is_open >= given.is_open and known.for_agent >= given.for_agent
        and (known.languages is null or known.languages @> given.languages))
    order by given.word collate "C"
    on conflict (workspace_id, word) do update
      set is_open = content_words.is_open or excluded.is_open,
        for_agent = content_words.for_agent or excluded.for_agent,
        languages = case when content_words.languages is not null then array(
          select distinct unnest(content_words.languages || excluded.languages) order by 1) end`
}

/** Words and codes of a folded text, up to what a row of the index can hold. */
function indexed(folded: string): string {
  const kept: string[] = []
  const seen = new Set<string>()
  let bytes = 0
  const words = wordsOf(folded).flatMap((word) => (isUnspaced(word) ? gramsOf(word) : [word]))
  for (const word of [...words, ...codesOf(folded)]) {
    if (word.length > MAX_WORD) continue
    if (!seen.has(word)) {
      if (bytes > MAX_WORD_BYTES) continue
      seen.add(word)
      bytes += word.length * 3 + 8
    }
    kept.push(word)
  }
  return kept.join(' ')
}
