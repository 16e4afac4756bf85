import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { notFound } from '../../http/errors.ts'
import { lockCompany } from '../companies/queries.ts'
import { NoteDetails, readNote } from './new-note.ts'
import { Note, presentNote } from './note.ts'
import { insertCompanyNote } from './queries.ts'
import { described } from '../../schema/types.ts'

export const createCompanyNote = operation({
  method: 'POST',
  path: '/companies/{company_id}/notes',
  group: 'Notes',
  summary: 'Write a note about a company',
  description: 'The author is the admin that `admin_id` names, or else the admin that the token acts for.',
  params: Type.Object({ company_id: Type.String() }),
  body: described(NoteDetails, 'The note.'),
  reply: Note,
  answer: 'The new note.',
  handle: async (ctx, { params, body }) => {
    const company = await lockCompany(ctx.db, ctx.workspaceId, { id: params.company_id })
    if (!company) throw notFound('company')
    const { note, author } = await readNote(ctx, body)
    return presentNote(await insertCompanyNote(ctx.db, ctx.workspaceId, company.id, note), author)
  },
})
