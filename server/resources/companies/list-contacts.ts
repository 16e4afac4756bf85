import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { MergeHistoryQuery, withMergeHistories } from '../contacts/merge/merge-history.ts'
import { ContactPageQuery, ContactPages, pageByCursor, pageByNumber } from './contact-pages.ts'
import { getCompany } from './queries.ts'
import { described } from '../../schema/types.ts'

export const listContactsOfCompany = operation({
  method: 'GET',
  path: '/companies/{company_id}/contacts',
  group: 'Companies',
  scopes: ['read_users_companies'],
  summary: 'List the contacts of a company',
  description: 'In the order in which they were attached. Archived contacts are left out.',
  params: Type.Object({ company_id: Type.String() }),
  query: Type.Object({ ...ContactPageQuery.properties, ...MergeHistoryQuery.properties }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(Contact), 'The contacts of this page.'),
    total_count: described(Type.Integer(), 'How many contacts belong to the company.'),
    pages: described(ContactPages, 'Where this page stands, and how to get the next.'),
  }),
  answer: 'A page of the contacts that belong to the company.',
  handle: async (ctx, { params, query }) => {
    const pageOf = ctx.has('FollowContactsOfCompanyByCursor') ? pageByCursor : pageByNumber
    const company = await getCompany(ctx.db, ctx.workspaceId, params.company_id, ctx.now)
    const { rows, total, pages } = await pageOf(ctx, company.id, query)
    return {
      type: 'list' as const,
      data: await withMergeHistories(
        ctx,
        query,
        rows.map((row) => presentContact(ctx.workspace, row)),
      ),
      total_count: total,
      pages,
    }
  },
})
