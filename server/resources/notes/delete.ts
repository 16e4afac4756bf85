import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DeletedNote } from './note.ts'
import * as queries from './queries.ts'

export const deleteNote = operation({
  method: 'DELETE',
  path: '/notes/{note_id}',
  group: 'Notes',
  scopes: ['write_users_companies'],
  summary: 'Delete a note',
  description: 'A note about a contact or about a company.',
  inferred: 'the code of the 404',
  params: Type.Object({ note_id: Type.String() }),
  reply: DeletedNote,
  answer: 'The id of the deleted note.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.getNote(ctx.db, ctx.workspaceId, params.note_id)
    await queries.deleteNote(ctx.db, ctx.workspaceId, id)
    return { id: String(id), type: 'note' as const, deleted: true }
  },
})
