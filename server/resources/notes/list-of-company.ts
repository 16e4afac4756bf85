import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { presentNotePage, USUAL_PER_PAGE } from './note-page.ts'
import { Note } from './note.ts'
import * as queries from './queries.ts'
import { described } from '../../schema/types.ts'

export const listCompanyNotes = operation({
  method: 'GET',
  path: '/companies/{company_id}/notes',
  group: 'Notes',
  scopes: ['read_users_companies'],
  summary: 'List the notes about a company',
  description: 'Newest first, unless `order` is `asc`.',
  params: Type.Object({ company_id: Type.String() }),
  query: Type.Object({
    ...PageQuery.properties,
    order: described(
      Type.Optional(Type.Enum(['asc', 'desc'])),
      '`desc` (the default) for the newest first, `asc` for the oldest.',
    ),
  }),
  reply: PageList(Note),
  answer: 'A page of the notes about the company.',
  handle: async (ctx, { params, query }) => {
    const page = pageOf(query, USUAL_PER_PAGE)
    const company = await queries.getNotedCompany(ctx.db, ctx.workspaceId, params.company_id)
    const rows = await queries.listCompanyNotes(ctx.db, ctx.workspaceId, company.id, page, query.order ?? 'desc')
    return presentNotePage(ctx, rows, page, company.note_count)
  },
})
