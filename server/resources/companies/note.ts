/**
 * The notes of a company, as the company shows them: in full, or by address. This model is both;
 * `versions/` tells which of the two a version has.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { CompaniesRow } from '../../db/types/companies.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { Id, model } from '../../schema/types.ts'
import type { AdminRow } from '../admins/admin.ts'
import { addressable } from '../contacts/addressable.ts'
import { Note, presentNote } from '../notes/note.ts'

/** A note and who wrote it. */
export type CompanyNoteRow = NotesRow & { author: AdminRow | undefined }

/** Without its contact, which it has none of. */
const { contact: _, ...properties } = Note.properties
const CompanyNote = model('company_note', properties)

const type = Type.Literal('note.list')
/** The newest fifty. */
const inFull = { notes: Type.Array(CompanyNote) }
/** The newest ten. */
const byAddress = {
  data: Type.Array(Type.Object({ type: Type.String(), id: Id, url: Type.String() })),
  url: Type.String(),
  total_count: Type.Integer(),
  has_more: Type.Boolean(),
}

export const CompanyNotes = model('company_note_list', { type, ...inFull, ...byAddress })

/** One of the two, as `presentAttachedCompany` chooses. */
export const AttachedNotes = Type.Union([Type.Object({ type, ...inFull }), Type.Object({ type, ...byAddress })])

export const presentCompanyNotes = (
  { id, note_ids }: CompaniesRow,
  notes: CompanyNoteRow[],
): Static<typeof CompanyNotes> => ({
  ...addressable('note', note_ids, `/companies/${id}/notes`),
  type: 'note.list',
  notes: notes.map(presentCompanyNote),
})

function presentCompanyNote(row: CompanyNoteRow): Static<typeof CompanyNote> {
  const { contact: __, ...note } = presentNote(row, row.author)
  return note
}
