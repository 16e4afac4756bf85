import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { isHexId } from '../../ids.ts'
import { notFound } from '../../http/errors.ts'
import { NoteDetails, readNote } from './new-note.ts'
import { Note, presentNote } from './note.ts'
import { insertContactNote } from './queries.ts'
import { described } from '../../schema/types.ts'

export const createContactNote = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/notes',
  group: 'Notes',
  summary: 'Write a note about a contact',
  description: 'In the name of an admin; of the one that the token acts for, where none is named.',
  params: Type.Object({ contact_id: Type.String() }),
  body: described(NoteDetails, 'The note.'),
  reply: Note,
  answer: 'The new note.',
  handle: async (ctx, { params, body }) => {
    if (!isHexId(params.contact_id)) throw notFound('contact')
    const { note, author } = await readNote(ctx, body)
    return presentNote(await insertContactNote(ctx.db, ctx.workspaceId, params.contact_id, note), author)
  },
})
