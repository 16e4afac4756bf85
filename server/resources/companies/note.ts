/**
 * The notes of a company, as the company shows them: in full, or by address. This model is both;
 * `versions/` tells which of the two a version has.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { CompaniesRow } from '../../db/types/companies.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { described, IdOf, model } from '../../schema/types.ts'
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
const inFull = { notes: described(Type.Array(CompanyNote), 'The newest fifty notes, the newest first.') }
/** The newest ten. */
const byAddress = {
  data: described(
    Type.Array(
      Type.Object({
        type: described(Type.String(), 'The kind of object that the address leads to.'),
        id: IdOf('note'),
        url: described(Type.String(), 'The path under which the note is read.'),
      }),
    ),
    'The first ten notes, by address.',
  ),
  url: described(Type.String(), 'The path of the whole list.'),
  total_count: described(Type.Integer(), 'How many notes there are in all.'),
  has_more: described(Type.Boolean(), 'True if there are more than `data` shows.'),
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
