import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CursorList } from '../../http/pages.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { MergeHistoryQuery, withMergeHistories } from '../contacts/merge/merge-history.ts'
import { withObjectsOfAll } from '../custom-objects/references.ts'
import { ContactPageQuery, contactPage } from './contact-pages.ts'
import { getCompany } from './queries.ts'

export const listContactsOfCompany = operation({
  method: 'GET',
  path: '/companies/{company_id}/contacts',
  group: 'Companies',
  scopes: ['read_users_companies'],
  summary: 'List the contacts of a company',
  description: 'In the order in which they were attached. Archived contacts are left out.',
  params: Type.Object({ company_id: Type.String() }),
  query: Type.Object({ ...ContactPageQuery.properties, ...MergeHistoryQuery.properties }),
  reply: CursorList(Contact),
  answer: 'A page of the contacts that belong to the company.',
  handle: async (ctx, { params, query }) => {
    const company = await getCompany(ctx.db, ctx.workspaceId, params.company_id, ctx.now)
    const { rows, total, pages } = await contactPage(ctx, company.id, query)
    return {
      type: 'list' as const,
      data: await withMergeHistories(
        ctx,
        query,
        (await withObjectsOfAll(ctx, rows)).map((row) => presentContact(ctx.workspace, row)),
      ),
      total_count: total,
      pages,
    }
  },
})
