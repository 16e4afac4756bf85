/** A workspace with articles in five languages, each as the operations would have stored it. */
import { insertEntries, type Entry } from '../../server/content/index/queries.ts'
import type { Pool } from '../../server/db/pool.ts'
import { systemClock } from '../../server/clock.ts'
import { createWorkspace } from '../../server/provision/workspace.ts'
import { createToken } from '../../server/resources/tokens/access-tokens.ts'
import { fillSite } from './site.ts'
import { drawn, LOCALES, type Locale, randomness, vocabularyOf } from './vocabulary.ts'

export interface Filled {
  workspaceId: number
  token: string
  vocabulary: Record<Locale, string[]>
  /** English titles of some articles. */
  titles: string[]
  texts: number
  /** The average length. */
  words: number
}

const BATCH = 50

export async function fillContent(db: Pool, articles: number): Promise<Filled> {
  const made = await createWorkspace(db, {
    name: 'Content',
    ownerName: 'Owner',
    ownerEmail: 'owner@example.com',
    clock: systemClock,
  })
  const { id: workspaceId, ownerId } = made
  const { token } = await createToken(db, workspaceId, { name: 'bench', adminId: ownerId, now: systemClock.now() })
  const vocabulary = Object.fromEntries(LOCALES.map((locale) => [locale, vocabularyOf(locale)])) as Filled['vocabulary']
  const random = randomness(4711)
  const textIn = (locale: Locale, length: number) =>
    Array.from({ length }, () => vocabulary[locale][drawn(random)]).join(locale === 'ja' ? '' : ' ')
  const titles: string[] = []
  let words = 0
  for (let from = 0; from < articles; from += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, articles - from) }, (_, n) => 100_000 + from + n)
    await db`
      insert into articles (workspace_id, id, created_by_id, updated_by_id, created_at, updated_at)
      select ${workspaceId}, id, ${ownerId}, ${ownerId}, now(), now() from unnest(${ids}::bigint[]) id`
    const texts = ids.flatMap((id) =>
      LOCALES.map((locale, n) => {
        const length = 100 + Math.floor(random() * 200)
        words += length
        return { id, content_id: id * 10 + n, locale, title: textIn(locale, 5), body: textIn(locale, length) }
      }),
    )
    titles.push(texts[0]!.title)
    await db`
      insert into article_contents (workspace_id, id, article_id, locale, state, title, description, body, markdown,
        author_id, version_id, created_by_id, updated_by_id, created_at, updated_at)
      select ${workspaceId}, content_id, id, locale, 'published', title, '', '<p class="no-margin">' || body || '</p>',
        body, ${ownerId}, content_id, ${ownerId}, ${ownerId}, now(), now()
      from jsonb_to_recordset(${texts as never}::jsonb)
        as t (id bigint, content_id bigint, locale text, title text, body text)`
    await insertEntries(
      db,
      workspaceId,
      'article',
      texts.map(({ id, content_id, locale, title, body }): Entry & { item_id: number } => ({
        item_id: id,
        content_id,
        locale,
        state: 'published',
        title,
        body,
        audience_ids: null,
        ai_agent: true,
        copilot: true,
        sales_agent: true,
        created_by_id: ownerId,
        updated_by_id: ownerId,
        created_at: systemClock.now(),
        updated_at: systemClock.now(),
      })),
    )
  }
  await fillSite(db, workspaceId)
  // As autovacuum would: entries that wait in the lists of inverted indexes are merged into them.
  await db`vacuum analyze`
  const texts = articles * LOCALES.length
  return { workspaceId, token, vocabulary, titles, texts, words: Math.round(words / texts) }
}
