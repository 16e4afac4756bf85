import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { leadingPageSize, LeadingPerPage, numberedPages, PageList, PageQuery } from '../../http/pages.ts'
import { DeletedContact, presentDeletedContact } from './deleted-contact.ts'
import { listDeletedContacts as listRows } from './deleted-queries.ts'

export const listDeletedContacts = operation({
  method: 'GET',
  path: '/contacts/deleted',
  group: 'Contacts',
  scopes: ['read_users_companies', 'read_write_users'],
  summary: 'List contacts that are no longer active',
  description:
    'Contacts that were archived, blocked, merged into another contact or deleted, in the order in which they were created. ' +
    'Contacts that were merged or deleted have no email any more.',
  inferred: 'the envelope of the list and the order of the contacts',
  query: Type.Object({
    page: PageQuery.properties.page,
    per_page: LeadingPerPage,
    escape_identity: Type.Optional(Type.Boolean({ description: 'If true, emails are escaped for HTML.' })),
  }),
  reply: PageList(DeletedContact),
  answer: 'A page of contacts that are no longer active.',
  handle: async (ctx, { query }) => {
    const perPage = leadingPageSize(query.per_page, 10)
    const page = query.page ?? 1
    const { rows, total } = await listRows(ctx.db, ctx.workspaceId, { limit: perPage, offset: (page - 1) * perPage })
    return {
      type: 'list' as const,
      data: rows.map((row) => presentDeletedContact(row, query.escape_identity === true)),
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})
