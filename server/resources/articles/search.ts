import Type from 'typebox'
import { findContentPage, type Found } from '../../content/index/find.ts'
import { ADMIN } from '../../content/index/reader.ts'
import { highlight, summariesFor } from '../../content/index/highlight.ts'
import { ContentPages, contentPageOf, ContentPageQuery, contentPages } from '../../content/pages.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import { operation } from '../../http/operation.ts'
import { described, IdOf, model } from '../../schema/types.ts'
import { Article } from './article.ts'
import { presentArticle } from './present.ts'
import { readArticles } from './queries.ts'

const PER_PAGE = 10

const Part = Type.Object({
  type: described(Type.Enum(['highlight', 'plain']), '`highlight` for what was searched for.'),
  text: described(Type.String(), 'The text, not escaped.'),
})

const Highlights = model('article_search_highlights', {
  article_id: IdOf('article'),
  highlighted_title: described(Type.Array(Part), 'The title in parts.'),
  highlighted_summary: described(Type.Array(Type.Array(Part)), 'Lines of the text that were found, in parts.'),
})

export const searchArticles = operation({
  method: 'GET',
  path: '/articles/search',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Search for articles',
  description:
    'Best matches first. Words are compared by their stems, without accents; the last may be the beginning of one in ' +
    'a title. ' +
    'Where nothing has all words, articles with some of them are found, then those with similar ones.',
  query: Type.Object({
    phrase: described(Type.Optional(Type.String({ maxLength: 5000 })), 'The words to search for.'),
    state: described(
      Type.Optional(Type.Enum(['published', 'draft', 'all'])),
      'The state of the articles; `all` by default.',
    ),
    help_center_id: described(Type.Optional(Type.Integer({ minimum: 0 })), 'Only articles of this help center.'),
    highlight: described(Type.Optional(Type.Boolean()), 'True for the found words, marked in their text.'),
    ...ContentPageQuery.properties,
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    total_count: described(Type.Integer(), 'The number of articles found.'),
    data: described(
      Type.Union([
        Type.Object({
          articles: described(Type.Array(Article), 'The articles of this page.'),
          highlights: described(Type.Array(Highlights), 'The found words of each; empty unless asked for.'),
        }),
        Type.Array(Type.Unknown(), { maxItems: 0 }),
      ]),
      'The articles, and where the words stand in them; from 2.17 on an empty list where nothing is found.',
    ),
    pages: described(ContentPages, 'Where this page stands, and how to get the next.'),
  }),
  answer: 'A page of articles.',
  handle: async (ctx, { query }) => {
    const { phrase = '', state = 'all' } = query
    const page = contentPageOf(query, PER_PAGE)
    const wanted = {
      kind: 'article' as const,
      text: phrase,
      reader: state === 'all' ? ADMIN : { ...ADMIN, states: [state] },
      only: query.help_center_id === undefined ? undefined : inHelpCenter(ctx.workspaceId, query.help_center_id),
    }
    const slice = { limit: page.perPage, offset: page.offset }
    const { found, total } = await findContentPage(ctx.db, ctx.workspaceId, wanted, slice)
    const rows = await readArticles(
      ctx.db,
      ctx.workspaceId,
      found.map(({ item_id }) => item_id),
    )
    return {
      type: 'list' as const,
      total_count: total,
      data:
        total === 0 && ctx.has('AnswerNoArticlesAsList')
          ? []
          : {
              articles: rows.map((row) => presentArticle(ctx, row)),
              highlights: query.highlight ? found.map(highlighter(phrase)) : [],
            },
      pages: contentPages(ctx, page, total),
    }
  },
})

const inHelpCenter = (workspaceId: number, id: number): Fragment => fragment`exists (
  select from article_collections a
  join collections c on c.workspace_id = a.workspace_id and c.id = a.collection_id
  where a.workspace_id = ${workspaceId} and a.article_id = x.item_id and c.help_center_id = ${id})`

function highlighter(phrase: string) {
  const summaryOf = summariesFor(phrase)
  return ({ item_id, title, body }: Found) => ({
    article_id: String(item_id),
    highlighted_title: highlight(title, phrase),
    highlighted_summary: summaryOf(body),
  })
}
