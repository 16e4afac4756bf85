/** The note on the wire: a text by an admin about a contact or a company. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { CreatedAt, described, Id, IdOf, model, Nullable } from '../../schema/types.ts'
import { Admin, presentAdmin, type AdminRow } from '../admins/admin.ts'

const about = <T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), id: described(Id, 'The id of the object.') })

/** One about a company has `company`, and null as its `contact`. */
export const Note = model('note', {
  type: Type.Literal('note'),
  id: IdOf('note'),
  created_at: CreatedAt('note'),
  contact: described(Nullable(about('contact')), 'The contact that the note is about; null if it is about a company.'),
  company: described(
    Type.Optional(about('company')),
    'The company that the note is about. Absent if it is about a contact.',
  ),
  author: described(Type.Optional(Admin), 'The admin who wrote the note. Absent if unknown.'),
  body: described(Type.String(), 'The text, as HTML.'),
})

export const DeletedNote = model('note_deleted', {
  id: described(Id, 'The id of the note that was deleted.'),
  type: Type.Literal('note'),
  deleted: described(Type.Boolean(), 'True: the note is deleted.'),
})

export const presentNote = (row: NotesRow, author: AdminRow | undefined): Static<typeof Note> => ({
  type: 'note',
  id: String(row.id),
  created_at: unix(row.created_at),
  contact: row.contact_id === null ? null : { type: 'contact', id: row.contact_id },
  ...(row.company_id !== null && { company: { type: 'company', id: row.company_id } }),
  ...(author && { author: presentAdmin(author) }),
  body: row.body,
})
