import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Company, presentCompany } from './company.ts'
import { CompanyPage, companyPage, CompanyPageQuery } from './company-page.ts'
import { getCompanyOf } from './queries.ts'
import { described } from '../../schema/types.ts'

export const retrieveCompanies = operation({
  method: 'GET',
  path: '/companies',
  group: 'Companies',
  summary: 'Find a company, or list companies',
  description:
    'With `name` or `company_id`, the one company of that name or id. With `tag_id` or `segment_id`, a list of those ' +
    'that have the tag or are in the segment; with none of them, a list of all. Lists leave out companies without contacts.',
  query: Type.Object({
    name: described(Type.Optional(Type.String()), 'The exact name of one company.'),
    company_id: described(Type.Optional(Type.String()), 'The id that one company has in your own system.'),
    tag_id: described(Type.Optional(Type.String()), 'The id of a tag: lists the companies that have it.'),
    segment_id: described(Type.Optional(Type.String()), 'The id of a segment of companies: lists the companies in it.'),
    ...CompanyPageQuery.properties,
  }),
  reply: Type.Union([Company, CompanyPage]),
  answer: 'The one company, or a page of companies.',
  handle: async (ctx, { query }) => {
    if (query.name === undefined && query.company_id === undefined) return companyPage(ctx, query, query)
    return presentCompany(ctx.workspace, await getCompanyOf(ctx.db, ctx.workspaceId, query, ctx.now))
  },
})
