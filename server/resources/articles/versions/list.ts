import Type from 'typebox'
import { ContentPage, contentPageOf, ContentPageQuery, contentPages } from '../../../content/pages.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { mainContent } from '../present.ts'
import { getArticle } from '../queries.ts'
import { assertLocale, listVersions } from './queries.ts'
import { presentSummary, VersionSummary } from './version.ts'

const PER_PAGE = 25

export const LocaleQuery = {
  locale: described(
    Type.Optional(Type.String({ maxLength: 20 })),
    'The language; the default one where none is named. One that the workspace does not have answers 400.',
  ),
}

export const listArticleVersions = operation({
  method: 'GET',
  path: '/articles/{article_id}/versions',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'List article versions',
  description: 'Newest first, without their texts. Every change of words is a version.',
  params: Type.Object({ article_id: Type.String() }),
  query: Type.Object({ ...ContentPageQuery.properties, ...LocaleQuery }),
  reply: ContentPage(VersionSummary),
  answer: 'A page of versions.',
  handle: async (ctx, { params, query }) => {
    const article = await getArticle(ctx.db, ctx.workspaceId, params.article_id, 'article_part')
    const locale = query.locale ?? mainContent(article).locale
    const own = article.contents.map((content) => content.locale)
    await assertLocale(ctx.db, ctx.workspaceId, own, locale)
    const page = contentPageOf(query, PER_PAGE)
    const { rows, total } = await listVersions(ctx.db, ctx.workspaceId, { articleId: article.id, locale }, page)
    return {
      type: 'list' as const,
      pages: contentPages(ctx, page, total),
      total_count: total,
      data: rows.map(presentSummary),
    }
  },
})
