import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getTagToApply } from '../../tags/queries.ts'
import { presentRemovedTag, Tag } from '../../tags/tag.ts'
import { lockArticle } from '../queries.ts'
import { deleteArticleTag, findArticleTag } from './queries.ts'

export const untagArticle = operation({
  method: 'DELETE',
  path: '/articles/{article_id}/tags/{tag_id}',
  group: 'Tags',
  scopes: ['read_write_articles_scope'],
  summary: 'Remove tag from an article',
  params: Type.Object({ article_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: async (ctx, { params }) => {
    const article = await lockArticle(ctx.db, ctx.workspaceId, params.article_id, 'article')
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, params.tag_id, 'tag')
    const before = await findArticleTag(ctx.db, ctx.workspaceId, article.id, tag.id)
    await deleteArticleTag(ctx.db, ctx.workspaceId, article.id, tag.id)
    // A tag that was removed from content tells no time; from contacts and conversations it does.
    return presentRemovedTag({ has: () => false }, tag, before)
  },
})
