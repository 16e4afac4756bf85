import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { listAttachedContacts } from './attachment-queries.ts'
import { getCompany } from './queries.ts'

export const listContactsOfCompany = operation({
  method: 'GET',
  path: '/companies/{company_id}/contacts',
  group: 'Companies',
  summary: 'List the contacts of a company',
  description: 'In the order in which they were attached. Archived contacts are left out.',
  params: Type.Object({ company_id: Type.String() }),
  query: PageQuery,
  reply: PageList(Contact),
  handle: async (ctx, { params, query }) => {
    const { page, perPage, offset } = pageOf(query, 50)
    const company = await getCompany(ctx.db, ctx.workspaceId, params.company_id, ctx.now)
    const window = { limit: perPage, offset }
    const { rows, total } = await listAttachedContacts(ctx.db, ctx.workspaceId, company.id, window)
    return {
      type: 'list' as const,
      data: rows.map((row) => presentContact(ctx.workspace, row)),
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})
