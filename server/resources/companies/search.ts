import { CursorList, cursorPages } from '../../http/pages.ts'
import { operation } from '../../http/operation.ts'
import { guide } from '../../search/guide.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { orderBy } from '../../search/sort.ts'
import { Company, presentCompany } from './company.ts'
import { searchContextOf } from './search-context.ts'
import { companySearch } from './search-fields.ts'
import { searchCompanies as searchRows } from './search-queries.ts'
import { described } from '../../schema/types.ts'

/** A search that does not say otherwise shows the oldest first. */
const USUAL = { perPage: 15, order: orderBy('created_at', 'ascending', companySearch) }

export const searchCompanies = operation({
  method: 'POST',
  path: '/companies/search',
  group: 'Companies',
  summary: 'Search companies',
  description: guide({
    about:
      'Finds companies by a condition, or by groups of conditions. A company that no contact belongs to is not found. ' +
      'Plans and segments cannot be searched by.',
    search: companySearch,
    usual: USUAL,
  }),
  body: described(SearchBody, 'The query, the order, and the page to answer.'),
  reply: CursorList(Company),
  answer: 'A page of the companies that match, and how many match in all.',
  atomic: 'statement',
  handle: async (ctx, { body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, companySearch, ctx)
    const context = await searchContextOf(ctx, query)
    const page = { keyset, perPage }
    const { rows, next, total } = await searchRows(ctx.db, ctx.workspaceId, { query, context, page })
    return {
      type: 'list' as const,
      data: rows.map((row) => presentCompany(ctx.workspace, row)),
      total_count: total,
      pages: cursorPages(keyset.page, perPage, total, next),
    }
  },
})
