import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { getContact } from '../contacts/queries.ts'
import { Company, presentCompany } from './company.ts'
import { listCompaniesByIds } from './queries.ts'

export const listCompaniesOfContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/companies',
  group: 'Companies',
  summary: 'List the companies of a contact',
  description: 'In the order in which the contact was attached to them.',
  params: Type.Object({ contact_id: Type.String() }),
  query: PageQuery,
  reply: PageList(Company),
  answer: 'A page of the companies that the contact belongs to.',
  handle: async (ctx, { params, query }) => {
    const { page, perPage, offset } = pageOf(query, 50)
    const { company_ids } = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const ids = company_ids.slice(offset, offset + perPage)
    const rows = await listCompaniesByIds(ctx.db, ctx.workspaceId, ids, ctx.now)
    return {
      type: 'list' as const,
      data: rows.map((row) => presentCompany(ctx.workspace, row)),
      pages: numberedPages(ctx, page, perPage, company_ids.length),
      total_count: company_ids.length,
    }
  },
})
