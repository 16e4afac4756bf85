import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { InternalArticle, presentInternalArticle } from './internal-article.ts'
import * as queries from './queries.ts'

export const getInternalArticle = operation({
  method: 'GET',
  path: '/internal_articles/{internal_article_id}',
  group: 'Internal Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve an internal article',
  params: Type.Object({ internal_article_id: Type.String() }),
  reply: InternalArticle,
  answer: 'The article.',
  handle: async (ctx, { params }) =>
    presentInternalArticle(await queries.getInternalArticle(ctx.db, ctx.workspaceId, params.internal_article_id)),
})
