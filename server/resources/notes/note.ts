/** The note on the wire: a text by an admin about a contact or a company. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'
import { Admin, presentAdmin, type AdminRow } from '../admins/admin.ts'

const about = <T extends string>(type: T) => Type.Object({ type: Type.Literal(type), id: Id })

/** One about a company has `company`, and null as its `contact`. */
export const Note = model('note', {
  type: Type.Literal('note'),
  id: Id,
  created_at: Timestamp,
  contact: Nullable(about('contact')),
  company: Type.Optional(about('company')),
  author: Type.Optional(Admin),
  body: Type.String(),
})

export const DeletedNote = model('note_deleted', { id: Id, type: Type.Literal('note'), deleted: Type.Boolean() })

export const presentNote = (row: NotesRow, author: AdminRow | undefined): Static<typeof Note> => ({
  type: 'note',
  id: String(row.id),
  created_at: unix(row.created_at),
  contact: row.contact_id === null ? null : { type: 'contact', id: row.contact_id },
  ...(row.company_id !== null && { company: { type: 'company', id: row.company_id } }),
  ...(author && { author: presentAdmin(author) }),
  body: row.body,
})
