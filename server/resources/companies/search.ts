import { CursorList, cursorPages } from '../../http/pages.ts'
import { operation } from '../../http/operation.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { orderBy } from '../../search/sort.ts'
import { Company, presentCompany } from './company.ts'
import { searchContextOf } from './search-context.ts'
import { companySearch } from './search-fields.ts'
import { searchCompanies as searchRows } from './search-queries.ts'

/** A search that does not say otherwise shows the oldest first. */
const USUAL = { perPage: 50, order: orderBy('created_at', 'ascending', companySearch) }

export const searchCompanies = operation({
  method: 'POST',
  path: '/companies/search',
  group: 'Companies',
  summary: 'Search companies',
  description:
    'Finds companies by a filter, or by groups of filters joined with AND and OR. ' +
    'A company that no contact belongs to is not found. Plans and segments cannot be searched by.',
  body: SearchBody,
  reply: CursorList(Company),
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
