import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Note, presentNote } from './note.ts'
import * as queries from './queries.ts'

export const getNote = operation({
  method: 'GET',
  path: '/notes/{note_id}',
  group: 'Notes',
  scopes: ['read_users_companies'],
  summary: 'Retrieve a note',
  params: Type.Object({ note_id: Type.String() }),
  reply: Note,
  answer: 'The note.',
  handle: async (ctx, { params }) => {
    const row = await queries.getNote(ctx.db, ctx.workspaceId, params.note_id)
    const authors = await queries.findAuthors(ctx.db, ctx.workspaceId, [row])
    return presentNote(row, authors.get(row.admin_id ?? 0))
  },
})
