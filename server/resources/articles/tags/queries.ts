/** The SQL of tags on articles. */
import type { Db } from '../../../db/pool.ts'
import type { Application } from '../../tags/tag.ts'

/** When and by whom a tag was applied, where the article has it. */
export async function findArticleTag(
  db: Db,
  workspaceId: number,
  articleId: number,
  tagId: number,
): Promise<Application | undefined> {
  const [row] = await db<Application[]>`
    select applied_at, applied_by from article_tags
    where workspace_id = ${workspaceId} and article_id = ${articleId} and tag_id = ${tagId}`
  return row
}

/** For an article that is locked, and does not have the tag. */
export async function insertArticleTag(
  db: Db,
  workspaceId: number,
  articleId: number,
  tagId: number,
  { applied_at, applied_by }: Application,
): Promise<void> {
  await db`
    insert into article_tags (workspace_id, article_id, tag_id, applied_by, applied_at)
    values (${workspaceId}, ${articleId}, ${tagId}, ${applied_by}, ${applied_at})`
}

export async function deleteArticleTag(db: Db, workspaceId: number, articleId: number, tagId: number): Promise<void> {
  await db`
    delete from article_tags
    where workspace_id = ${workspaceId} and article_id = ${articleId} and tag_id = ${tagId}`
}
