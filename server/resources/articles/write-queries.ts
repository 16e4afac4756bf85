/** The SQL that writes articles. The article is locked by whoever calls. */
import type { Db } from '../../db/pool.ts'
import type { ArticleContentsRow } from '../../db/types/article_contents.ts'
import type { ArticlesRow } from '../../db/types/articles.ts'
import type { ArticleVersionsRow } from '../../db/types/article_versions.ts'

/** Columns of an article that a change may write. */
const CHANGEABLE = [
  'parent_id',
  'folder_id',
  'scheduled_publish_at',
  'scheduled_unpublish_at',
  'updated_by_id',
  'updated_at',
] as const
export type ArticleChanges = Partial<Pick<ArticlesRow, (typeof CHANGEABLE)[number]>>

export async function insertArticle(
  db: Db,
  article: ArticleChanges & Pick<ArticlesRow, 'workspace_id' | 'created_by_id' | 'created_at'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into articles ${db(article, 'workspace_id', 'created_by_id', 'created_at', ...CHANGEABLE)} returning id`
  return row.id
}

export async function updateArticle(db: Db, workspaceId: number, id: number, changes: ArticleChanges): Promise<void> {
  await db`
    update articles set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteArticle(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from articles where workspace_id = ${workspaceId} and id = ${id}`
}

/** Columns of a text that a change may write. */
const WRITTEN = [
  'state',
  'title',
  'description',
  'body',
  'markdown',
  'author_id',
  'version_id',
  'draft_version_id',
  'audience_ids',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
  'updated_by_id',
  'updated_at',
] as const
export type ContentChanges = Partial<Pick<ArticleContentsRow, (typeof WRITTEN)[number]>>

export async function insertContent(
  db: Db,
  content: ContentChanges &
    Pick<ArticleContentsRow, 'workspace_id' | 'article_id' | 'locale' | 'created_by_id' | 'created_at'>,
): Promise<void> {
  await db`
    insert into article_contents
      ${db(content, 'workspace_id', 'article_id', 'locale', 'created_by_id', 'created_at', ...WRITTEN)}`
}

export async function updateContent(
  db: Db,
  workspaceId: number,
  articleId: number,
  locale: string,
  changes: ContentChanges,
): Promise<void> {
  await db`
    update article_contents set ${db(changes, ...WRITTEN)}
    where workspace_id = ${workspaceId} and article_id = ${articleId} and locale = ${locale}`
}

export type NewVersion = Omit<ArticleVersionsRow, 'id'>

export async function insertVersion(db: Db, version: NewVersion): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into article_versions ${db(
      version,
      'workspace_id',
      'article_id',
      'locale',
      'from_version_id',
      'title',
      'description',
      'body',
      'markdown',
      'author_id',
      'created_by_id',
      'created_via',
      'created_at',
    )} returning id`
  return row.id
}

/** Puts the article into these collections, in this order, and into no others. */
export async function setCollections(db: Db, workspaceId: number, articleId: number, ids: number[]): Promise<void> {
  await db`delete from article_collections where workspace_id = ${workspaceId} and article_id = ${articleId}`
  await db`
    insert into article_collections (workspace_id, article_id, collection_id, place)
    select ${workspaceId}, ${articleId}, id, place
    from unnest(${ids}::bigint[]) with ordinality as listed (id, place)`
}

/** The collections that exist, kept from being deleted until the transaction ends. */
export async function listKnownCollections(db: Db, workspaceId: number, ids: number[]): Promise<Set<number>> {
  const rows = await db<{ id: number }[]>`
    select id from collections where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])
    order by id for key share`
  return new Set(rows.map(({ id }) => id))
}

/** True for a teammate who is there. */
export async function isTeammate(db: Db, workspaceId: number, id: number): Promise<boolean> {
  const rows = await db`
    select from admins where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`
  return rows.length > 0
}
