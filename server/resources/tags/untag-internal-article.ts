import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getInternalArticle } from '../internal-articles/queries.ts'
import { removeContentTag } from './content-tags.ts'
import { Tag } from './tag.ts'

export const untagInternalArticle = operation({
  method: 'DELETE',
  path: '/internal_articles/{internal_article_id}/tags/{tag_id}',
  group: 'Tags',
  scopes: ['read_write_articles_scope'],
  summary: 'Remove a tag from an internal article',
  params: Type.Object({ internal_article_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: (ctx, { params }) => {
    const get = () => getInternalArticle(ctx.db, ctx.workspaceId, params.internal_article_id, 'internal_article')
    return removeContentTag(ctx, { content: 'internal_article', get }, params.tag_id)
  },
})
