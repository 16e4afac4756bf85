import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getArticle } from '../queries.ts'
import { LocaleQuery } from './list.ts'
import { assertLocale, getVersion } from './queries.ts'
import { ArticleVersion, presentVersion } from './version.ts'

export const getArticleVersion = operation({
  method: 'GET',
  path: '/articles/{article_id}/versions/{version_id}',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve an article version',
  params: Type.Object({ article_id: Type.String(), version_id: Type.String() }),
  query: Type.Object(LocaleQuery),
  reply: ArticleVersion,
  answer: 'The version with its text.',
  handle: async (ctx, { params, query: { locale } }) => {
    const article = await getArticle(ctx.db, ctx.workspaceId, params.article_id, 'article_part')
    const own = article.contents.map((content) => content.locale)
    if (locale !== undefined) await assertLocale(ctx.db, ctx.workspaceId, own, locale)
    return presentVersion(await getVersion(ctx.db, ctx.workspaceId, article.id, params.version_id, locale))
  },
})
