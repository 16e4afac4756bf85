import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CURSOR_MAX, NumberedPages, numberedPages, PageQuery } from '../../http/pages.ts'
import { model } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { listGrants } from './queries.ts'

export const listGrantedCompanies = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/granted_companies',
  group: 'Contacts',
  scopes: ['read_users_companies'],
  summary: 'List the companies granted to a contact',
  description:
    'The companies whose tickets the contact may read besides its own, by the ids that your own systems give them, ' +
    'sorted; `order` is `desc` unless it says `asc`.',
  inferred: 'the envelope of the list',
  params: Type.Object({ contact_id: Type.String() }),
  query: Type.Object({ ...PageQuery.properties, order: Type.Optional(Type.Enum(['asc', 'desc'])) }),
  reply: model('granted_company_page', {
    type: Type.Literal('list'),
    company_ids: Type.Array(Type.String()),
    total_count: Type.Integer(),
    pages: NumberedPages,
  }),
  handle: async (ctx, { params, query }) => {
    const { page = 1, order = 'desc' } = query
    const perPage = Math.min(query.per_page ?? 50, CURSOR_MAX)
    const { id } = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const window = { order, limit: perPage, offset: (page - 1) * perPage }
    const { companyIds, total } = await listGrants(ctx.db, ctx.workspaceId, id, window)
    return {
      type: 'list' as const,
      company_ids: companyIds,
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})
