import Type from 'typebox'
import { findContentPage } from '../../content/index/find.ts'
import { operation } from '../../http/operation.ts'
import { numberedPages } from '../../http/pages.ts'
import { described } from '../../schema/types.ts'
import { ContentResult, ContentSearchPages, presentResult } from './content-result.ts'
import { filters, readFilters } from './filters.ts'
import { listContents, withTexts } from './queries.ts'

const PER_PAGE = 10
const MOST = 50
const MAX_PAGE = 1_000_000

const clamp = (value: number, most: number) => Math.min(Math.max(value, 1), most)

export const searchContents = operation({
  method: 'GET',
  path: '/content/search',
  group: 'Content',
  scopes: ['read_content'],
  summary: 'Search content of every kind',
  description:
    'Articles, internal articles, snippets and external pages: with `query` the best matches first, as a search for ' +
    'articles finds them, otherwise the last changed first. An article is found by any of its languages.',
  inferred: 'the code of the 422, and the order without query',
  query: Type.Object({
    query: described(Type.Optional(Type.String({ maxLength: 5000 })), 'The words to search for, in titles and bodies.'),
    page: described(Type.Optional(Type.Integer()), 'The number of the page; the first is 1, and less means 1.'),
    per_page: described(
      Type.Optional(Type.Integer()),
      `The number of items on a page. More than ${MOST} means ${MOST}, less than 1 means 1.`,
    ),
    ...filters,
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    total_count: described(Type.Integer(), 'The number of items found; words find 500 at the most.'),
    pages: described(ContentSearchPages, 'The place of the page among all.'),
    data: described(Type.Array(ContentResult), 'The items of the page.'),
  }),
  answer: 'A page of content.',
  handle: async (ctx, { query }) => {
    const { db, workspaceId } = ctx
    const [page, perPage] = [clamp(query.page ?? 1, MAX_PAGE), clamp(query.per_page ?? PER_PAGE, MOST)]
    const slice = { limit: perPage, offset: (page - 1) * perPage }
    const wanted = readFilters(query)
    const text = query.query?.trim() ?? ''
    const { found, total } =
      text === ''
        ? await listContents(db, workspaceId, wanted, slice)
        : await findContentPage(db, workspaceId, { ...wanted, text }, slice)
    return {
      type: 'list' as const,
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
      data: (await withTexts(db, workspaceId, found)).map(presentResult),
    }
  },
})
