import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Company, presentCompany } from './company.ts'
import { CompanyPage, companyPage, CompanyPageQuery } from './company-page.ts'
import { getCompanyOf } from './queries.ts'

export const retrieveCompanies = operation({
  method: 'GET',
  path: '/companies',
  group: 'Companies',
  summary: 'Find a company, or list companies',
  description:
    'With `name` or `company_id`, the one company of that name or id. With `tag_id` or `segment_id`, a list of those ' +
    'that have the tag or are in the segment; with none of them, a list of all. Lists leave out companies without contacts.',
  query: Type.Object({
    name: Type.Optional(Type.String()),
    company_id: Type.Optional(Type.String()),
    tag_id: Type.Optional(Type.String()),
    segment_id: Type.Optional(Type.String()),
    ...CompanyPageQuery.properties,
  }),
  reply: Type.Union([Company, CompanyPage]),
  handle: async (ctx, { query }) => {
    if (query.name === undefined && query.company_id === undefined) return companyPage(ctx, query, query)
    return presentCompany(ctx.workspace, await getCompanyOf(ctx.db, ctx.workspaceId, query, ctx.now))
  },
})
