/** Notes of admins about contacts and companies. */
import { createCompanyNote } from './create-for-company.ts'
import { createContactNote } from './create-for-contact.ts'
import { deleteNote } from './delete.ts'
import { getNote } from './get.ts'
import { listCompanyNotes } from './list-of-company.ts'
import { listContactNotes } from './list-of-contact.ts'

export const notes = [createContactNote, listContactNotes, getNote, deleteNote, createCompanyNote, listCompanyNotes]
