import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CURSOR_MAX, NumberedPages, numberedPages, PageQuery } from '../../http/pages.ts'
import { described, model } from '../../schema/types.ts'
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
  query: Type.Object({
    ...PageQuery.properties,
    per_page: described(PageQuery.properties.per_page, 'The number of items on a page. More than 150 means 150.'),
    order: described(Type.Optional(Type.Enum(['asc', 'desc'])), '`asc` or `desc` (the default): the order of the ids.'),
  }),
  reply: model('granted_company_page', {
    type: Type.Literal('list'),
    company_ids: described(
      Type.Array(Type.String()),
      'The ids that the companies of this page have in your own system.',
    ),
    total_count: described(Type.Integer(), 'The number of granted companies.'),
    pages: described(NumberedPages, 'Where this page stands, and how to get the next.'),
  }),
  answer: 'A page of granted companies.',
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
