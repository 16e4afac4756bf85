import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getInternalArticle } from '../internal-articles/queries.ts'
import { applyContentTag, TaggingBody } from './content-tags.ts'
import { Tag } from './tag.ts'

export const tagInternalArticle = operation({
  method: 'POST',
  path: '/internal_articles/{internal_article_id}/tags',
  group: 'Tags',
  scopes: ['read_write_articles_scope'],
  summary: 'Add a tag to an internal article',
  description: 'An article that has the tag already keeps it, as it was applied.',
  params: Type.Object({ internal_article_id: Type.String() }),
  body: TaggingBody,
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: (ctx, { params, body }) => {
    const get = () => getInternalArticle(ctx.db, ctx.workspaceId, params.internal_article_id, 'internal_article')
    return applyContentTag(ctx, { content: 'internal_article', get }, body)
  },
})
