import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { getTagToApply } from '../../tags/queries.ts'
import { presentAppliedTag, Tag } from '../../tags/tag.ts'
import { lockArticle } from '../queries.ts'
import { findArticleTag, insertArticleTag } from './queries.ts'

export const tagArticle = operation({
  method: 'POST',
  path: '/articles/{article_id}/tags',
  group: 'Tags',
  scopes: ['read_write_articles_scope'],
  summary: 'Add tag to an article',
  description: 'An article that has the tag already keeps it, as it was applied.',
  params: Type.Object({ article_id: Type.String() }),
  body: described(
    Type.Object({
      id: described(IdInput, 'The id of the tag.'),
      admin_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the admin who applies it; that of the token by default.',
      ),
    }),
    'The tag, and who applies it.',
  ),
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: async (ctx, { params, body }) => {
    const article = await lockArticle(ctx.db, ctx.workspaceId, params.article_id, 'article')
    const admin = await getActor(ctx.db, ctx.workspaceId, body.admin_id ?? ctx.actor.adminId)
    const tag = await getTagToApply(ctx.db, ctx.workspaceId, body.id, 'tag')
    const before = await findArticleTag(ctx.db, ctx.workspaceId, article.id, tag.id)
    if (before) return presentAppliedTag({ ...tag, ...before })
    const application = { applied_at: ctx.now, applied_by: admin.id }
    await insertArticleTag(ctx.db, ctx.workspaceId, article.id, tag.id, application)
    return presentAppliedTag({ ...tag, ...application })
  },
})
