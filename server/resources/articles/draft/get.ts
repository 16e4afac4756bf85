import Type from 'typebox'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { Article } from '../article.ts'
import { presentArticle } from '../present.ts'
import { getArticle } from '../queries.ts'

export const getDraft = operation({
  method: 'GET',
  path: '/articles/{article_id}/draft',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve an article draft',
  description: 'The article with the texts that wait to be published. 404 where none waits.',
  params: Type.Object({ article_id: Type.String() }),
  reply: Article,
  answer: 'The article as it will be.',
  handle: async (ctx, { params }) => {
    const row = await getArticle(ctx.db, ctx.workspaceId, params.article_id, 'article_part')
    if (row.drafts.length === 0) throw notFound('article_part')
    return presentArticle(ctx, row, { draft: true, statistics: true })
  },
})
