import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Article } from './article.ts'
import { presentArticle } from './present.ts'
import * as queries from './queries.ts'

export const getArticle = operation({
  method: 'GET',
  path: '/articles/{article_id}',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve an article',
  params: Type.Object({ article_id: Type.String() }),
  reply: Article,
  answer: 'The article.',
  handle: async (ctx, { params }) =>
    presentArticle(ctx, await queries.getArticle(ctx.db, ctx.workspaceId, params.article_id), { statistics: true }),
})
