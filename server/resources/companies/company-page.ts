/** A page of the list of companies, as two operations answer it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { Company, presentCompany } from './company.ts'
import { listCompanies, type CompanyFilter, type CompanyWindow } from './list-queries.ts'
import { described } from '../../schema/types.ts'

export const CompanyPageQuery = Type.Object({
  ...PageQuery.properties,
  order: described(
    Type.Optional(Type.String()),
    '`desc` (the default) for the most recently active first, `asc` for the least. Another word is refused from 2.17 on, and ignored before.',
  ),
})

export const CompanyPage = PageList(Company)

const PER_PAGE = 15
/** The most companies that pages reach if limits are on. */
const REACH = 10_000

export async function companyPage(
  ctx: Ctx,
  query: Static<typeof CompanyPageQuery>,
  filter: CompanyFilter,
): Promise<Static<typeof CompanyPage>> {
  const { page, perPage, offset } = pageOf(query, PER_PAGE)
  if (ctx.limits === 'intercom' && page * perPage > REACH)
    throw apiError(400, 'bad_request', 'page limit reached, please use scroll API')
  const window = { order: orderOf(ctx, query.order), limit: perPage, offset }
  const { rows, total } = await listCompanies(ctx.db, ctx.workspaceId, filter, window, ctx.now)
  return {
    type: 'list',
    data: rows.map((row) => presentCompany(ctx.workspace, row)),
    pages: numberedPages(ctx, page, perPage, total),
    total_count: total,
  }
}

/** @throws 400 parameter_invalid */
function orderOf(ctx: Ctx, order: string | undefined): CompanyWindow['order'] {
  if (order === 'asc' || order === 'desc') return order
  if (order !== undefined && ctx.has('RefuseOrderOfCompanies'))
    throw parameterInvalid('order must be one of: asc, desc')
  return 'desc'
}
