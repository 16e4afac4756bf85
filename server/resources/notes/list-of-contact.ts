import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { getContact } from '../contacts/queries.ts'
import { presentNotePage, USUAL_PER_PAGE } from './note-page.ts'
import { Note } from './note.ts'
import * as queries from './queries.ts'

export const listContactNotes = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/notes',
  group: 'Notes',
  scopes: ['read_users_companies'],
  summary: 'List the notes about a contact',
  description: 'Newest first.',
  params: Type.Object({ contact_id: Type.String() }),
  query: PageQuery,
  reply: PageList(Note),
  answer: 'A page of the notes about the contact.',
  handle: async (ctx, { params, query }) => {
    const page = pageOf(query, USUAL_PER_PAGE)
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const rows = await queries.listContactNotes(ctx.db, ctx.workspaceId, contact.id, page)
    return presentNotePage(ctx, rows, page, contact.note_ids.length)
  },
})
