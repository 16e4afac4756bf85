import type { Ctx } from '../../context.ts'
import { perform } from '../../http/perform.ts'
import { deleteArticle } from './delete.ts'
import { lockArticle } from './queries.ts'
import { finish } from './write.ts'
import { deleteContent } from './write-queries.ts'

/** Deletes an article in one language, with its versions. The last language takes the article along. @throws 404 */
export async function deleteText(ctx: Ctx, articleId: number, locale: string): Promise<void> {
  const row = await lockArticle(ctx.db, ctx.workspaceId, articleId)
  if (row.contents.every((content) => content.locale === locale))
    return void (await perform(deleteArticle, ctx, { params: { article_id: String(articleId) } }))
  await deleteContent(ctx.db, ctx.workspaceId, articleId, locale)
  await finish(ctx, row)
}
