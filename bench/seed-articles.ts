/** A help center of 10,000 articles in five languages, for the load of an article's page. */
import type { Pool } from '../server/db/pool.ts'
import { articleAddress } from '../server/resources/help-centers/addresses.ts'

const ARTICLES = 10_000
const COLLECTIONS = 50
const LOCALES = ['en', 'de', 'fr', 'es', 'ar']

export interface SeededSite {
  /** The identifier of the help center. */
  center: string
  /** The path of an article. */
  article: string
  articleId: number
}

const PARAGRAPH =
  '<p class="no-margin">Fill the tank, rinse it, and let one litre of hot water run through the group.</p>'
const SECTION = (n: number) =>
  `<h2 id="h_${String(n).padStart(10, '0')}">Step ${n}</h2>${PARAGRAPH.repeat(4)}<ul><li><p class="no-margin">Dose</p></li><li><p class="no-margin">Grind</p></li></ul>`
const BODY = [1, 2, 3, 4, 5, 6].map(SECTION).join('')

export async function seedArticles(db: Pool, workspaceId: number, adminId: number): Promise<SeededSite> {
  const [center] = await db<[{ id: number; identifier: string }]>`
    update help_centers set website_turned_on = true, locales = ${LOCALES}::text[]
    where workspace_id = ${workspaceId} and is_default returning id, identifier`
  await db`
    with made as (
      insert into collections (workspace_id, help_center_id, icon, place, created_at, updated_at)
      select ${workspaceId}, ${center.id}::bigint, 'book', n, now(), now() from generate_series(1, ${COLLECTIONS}::int) n
      returning id, place)
    insert into collection_names (workspace_id, collection_id, locale, name)
    select ${workspaceId}, id, locale, 'Collection ' || place from made, unnest(${LOCALES}::text[]) locale`
  const articles = await db<{ id: number }[]>`
    insert into articles (workspace_id, created_at, updated_at)
    select ${workspaceId}, now(), now() from generate_series(1, ${ARTICLES}::int) returning id`
  await db`
    insert into article_collections (workspace_id, article_id, collection_id, place)
    select ${workspaceId}, a.id, c.id, 0 from articles a
    join collections c on c.workspace_id = a.workspace_id and c.place = 1 + a.id % ${COLLECTIONS}::int
    where a.workspace_id = ${workspaceId}`
  await db`
    insert into article_contents (workspace_id, article_id, locale, state, title, description, body, markdown, author_id,
      version_id, created_at, updated_at)
    select ${workspaceId}, id, locale, 'published', 'Article ' || id || ' on the group and the grinder', 'Dose and grind',
      ${BODY}::text, '', ${adminId}::bigint, 0, now(), now()
    from articles, unnest(${LOCALES}::text[]) locale where workspace_id = ${workspaceId}`
  await db`
    insert into content_index (workspace_id, kind, item_id, locale, state, language, title, body, folded_title,
      folded_body, words, updated_at)
    select workspace_id, 'article', article_id, locale, state, 'simple', title, description, lower(title),
      lower(description), to_tsvector('simple', title), now()
    from article_contents where workspace_id = ${workspaceId}`
  await db`analyze`
  const id = articles[Math.floor(ARTICLES / 2)]!.id
  const title = `Article ${id} on the group and the grinder`
  return {
    center: center.identifier,
    articleId: id,
    article: articleAddress(`/help/${center.identifier}`, 'en', { id, title }),
  }
}
