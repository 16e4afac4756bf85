import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { isHexId } from '../../ids.ts'
import { notFound } from '../../http/errors.ts'
import { NoteDetails, readNote } from './new-note.ts'
import { Note, presentNote } from './note.ts'
import { insertCompanyNote } from './queries.ts'
import { described } from '../../schema/types.ts'

export const createCompanyNote = operation({
  method: 'POST',
  path: '/companies/{company_id}/notes',
  group: 'Notes',
  summary: 'Write a note about a company',
  description: 'In the name of an admin; of the one that the token acts for, where none is named.',
  params: Type.Object({ company_id: Type.String() }),
  body: described(NoteDetails, 'The note.'),
  reply: Note,
  answer: 'The new note.',
  handle: async (ctx, { params, body }) => {
    if (!isHexId(params.company_id)) throw notFound('company')
    const { note, author } = await readNote(ctx, body)
    return presentNote(await insertCompanyNote(ctx.db, ctx.workspaceId, params.company_id, note), author)
  },
})
