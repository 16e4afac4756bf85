/** The SQL that fills the index of content. An item has a row for each language and state that it has a text in. */
import type { Db } from '../../db/pool.ts'
import { codesOf, fold, wordsOf } from './fold.ts'
import { configurationOf } from './language.ts'

export type Kind = 'article'

export interface Entry {
  locale: string
  state: 'draft' | 'published'
  title: string
  /** Plain text. */
  body: string
  /** Audiences that may find it; null for everybody. */
  audience_ids: number[] | null
  folder_id?: number | null
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
  now: Date,
): Promise<void> {
  await db`delete from content_index where workspace_id = ${workspaceId} and kind = ${kind} and item_id = ${itemId}`
  for (const { locale, state, title, body, audience_ids, folder_id = null } of entries) {
    const language = configurationOf(locale)
    const [foldedTitle, foldedBody] = [fold(title), fold(body)]
    await db`
      insert into content_index (workspace_id, kind, item_id, locale, state, audience_ids, folder_id, language,
        title, body, folded_title, folded_body, words, updated_at)
      values (${workspaceId}, ${kind}, ${itemId}, ${locale}, ${state}, ${audience_ids}, ${folder_id}, ${language},
        ${title}, ${body}, ${foldedTitle}, ${foldedBody},
        setweight(to_tsvector(${language}::regconfig, ${indexed(foldedTitle)}), 'A') ||
        setweight(to_tsvector('simple', ${indexed(foldedTitle)}), 'A') ||
        setweight(to_tsvector(${language}::regconfig, ${indexed(foldedBody)}), 'D'), ${now})`
  }
}

export async function deleteEntries(db: Db, workspaceId: number, kind: Kind, itemId: number): Promise<void> {
  await db`delete from content_index where workspace_id = ${workspaceId} and kind = ${kind} and item_id = ${itemId}`
}

/** Words and codes of a folded text, up to what a row of the index can hold. */
function indexed(folded: string): string {
  const kept: string[] = []
  const seen = new Set<string>()
  let bytes = 0
  for (const word of [...wordsOf(folded), ...codesOf(folded)]) {
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
