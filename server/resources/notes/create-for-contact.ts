import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContact } from '../contacts/queries.ts'
import { NoteDetails, readNote } from './new-note.ts'
import { Note, presentNote } from './note.ts'
import { insertContactNote } from './queries.ts'
import { described } from '../../schema/types.ts'

export const createContactNote = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/notes',
  group: 'Notes',
  summary: 'Write a note about a contact',
  description: 'The author is the admin that `admin_id` names, or else the admin that the token acts for.',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(NoteDetails, 'The note.'),
  reply: Note,
  answer: 'The new note.',
  handle: async (ctx, { params, body }) => {
    const { id } = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const { note, author } = await readNote(ctx, body)
    return presentNote(await insertContactNote(ctx.db, ctx.workspaceId, id, note), author)
  },
})
