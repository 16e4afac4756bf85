/** The SQL that reads articles: each with its languages, its collections, its tags, and its help center. */
import type { Db } from '../../db/pool.ts'
import type { ArticleContentsRow } from '../../db/types/article_contents.ts'
import type { ArticlesRow } from '../../db/types/articles.ts'
import type { ArticleVersionsRow } from '../../db/types/article_versions.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export interface ArticleRow extends ArticlesRow {
  contents: ArticleContentsRow[]
  /** Versions that wait to be published. */
  drafts: ArticleVersionsRow[]
  collection_ids: number[]
  /** True if its parent stands in another collection, as sections did; null without a parent. */
  is_parent_nested: boolean | null
  tags: Pick<TagsRow, 'id' | 'name'>[]
  /** The one that shows it; null if it is in no collection. */
  help_center: HelpCentersRow | null
  /** The languages of the default help center. */
  locales: string[]
  default_locale: string
}

/** The error for an article that is not there, which differs between operations. */
type Missing = 'resource' | 'article' | 'article_part'

/** @param missing the error for an unknown article @throws 404 */
export async function getArticle(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: Missing = 'resource',
): Promise<ArticleRow> {
  const number = numberId(id)
  const [row] = number === undefined ? [] : await readArticles(db, workspaceId, [number])
  if (!row) throw notFound(missing)
  return row
}

/** The same, kept from changing until the transaction ends. @throws 404 */
export async function lockArticle(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: Missing = 'resource',
): Promise<ArticleRow> {
  const number = numberId(id)
  if (number === undefined) throw notFound(missing)
  await db`select from articles where workspace_id = ${workspaceId} and id = ${number} for no key update`
  return getArticle(db, workspaceId, number, missing)
}

/** Articles in the order of their ids as given; unknown ones are left out. */
export async function readArticles(db: Db, workspaceId: number, ids: number[]): Promise<ArticleRow[]> {
  if (ids.length === 0) return []
  const [articles, contents] = await Promise.all([
    db<(ArticlesRow & Pick<ArticleRow, 'collection_ids' | 'is_parent_nested' | 'locales' | 'tags'>)[]>`
      select a.*,
        array(select collection_id from article_collections c
          where c.workspace_id = a.workspace_id and c.article_id = a.id order by c.place) as collection_ids,
        (select p.parent_id is not null from collections p
          where p.workspace_id = a.workspace_id and p.id = a.parent_id) as is_parent_nested,
        (select locales from help_centers h where h.workspace_id = a.workspace_id and h.is_default) as locales,
        (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by x.applied_at, t.id), '[]')
          from article_tags x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
          where x.workspace_id = a.workspace_id and x.article_id = a.id) as tags
      from articles a where a.workspace_id = ${workspaceId} and a.id = any(${ids}::bigint[])
      order by array_position(${ids}::bigint[], a.id)`,
    db<ArticleContentsRow[]>`
      select * from article_contents where workspace_id = ${workspaceId} and article_id = any(${ids}::bigint[])
      order by article_id, id`,
  ])
  const waiting = contents.flatMap(({ draft_version_id }) => (draft_version_id === null ? [] : [draft_version_id]))
  const drafts =
    waiting.length === 0
      ? []
      : await db<ArticleVersionsRow[]>`
          select * from article_versions where workspace_id = ${workspaceId} and id = any(${waiting}::bigint[])`
  const centers = await listCentersOf(db, workspaceId, articles)
  return articles
    .map((article) => ({
      ...article,
      default_locale: article.locales[0]!,
      contents: contents.filter(({ article_id }) => article_id === article.id),
      drafts: drafts.filter(({ article_id }) => article_id === article.id),
      help_center: centers.get(article.collection_ids[0] ?? -1) ?? null,
    }))
    .filter(({ contents }) => contents.length > 0) // deleted between the two statements
}

/** Help centers by the id of a collection. */
async function listCentersOf(
  db: Db,
  workspaceId: number,
  articles: Pick<ArticleRow, 'collection_ids'>[],
): Promise<Map<number, HelpCentersRow>> {
  const ids = [...new Set(articles.flatMap(({ collection_ids }) => collection_ids.slice(0, 1)))]
  if (ids.length === 0) return new Map()
  const rows = await db<(HelpCentersRow & { collection_id: number })[]>`
    select h.*, c.id as collection_id from collections c
    join help_centers h on h.workspace_id = c.workspace_id and h.id = c.help_center_id
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::bigint[])`
  return new Map(rows.map((row) => [row.collection_id, row]))
}

/** Last changed first. */
export async function listArticles(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: ArticleRow[]; total: number }> {
  const ids = await db<{ id: number }[]>`
    select id from articles where workspace_id = ${workspaceId}
    order by updated_at desc, id desc limit ${perPage} offset ${offset}`
  const [count] = await db<[{ total: number }]>`
    select count(*)::int as total from articles where workspace_id = ${workspaceId}`
  const rows = await readArticles(
    db,
    workspaceId,
    ids.map(({ id }) => id),
  )
  return { rows, total: count.total }
}

/** The languages of all help centers of the workspace. */
export async function listLocales(db: Db, workspaceId: number): Promise<string[]> {
  const rows = await db<{ locale: string }[]>`
    select distinct unnest(locales) as locale from help_centers where workspace_id = ${workspaceId} order by 1`
  return rows.map(({ locale }) => locale)
}

/** The default language: the first one of the default help center. */
export async function getDefaultLocale(db: Db, workspaceId: number): Promise<string> {
  const [row] = await db<[{ locale: string }]>`
    select locales[1] as locale from help_centers where workspace_id = ${workspaceId} and is_default`
  return row.locale
}

/** The article of a job, kept from changing; `undefined` if it has been deleted. */
export async function findArticleToChange(db: Db, workspaceId: number, id: number): Promise<ArticleRow | undefined> {
  await db`select from articles where workspace_id = ${workspaceId} and id = ${id} for no key update`
  const [row] = await readArticles(db, workspaceId, [id])
  return row
}
