/** The SQL of the notes that companies show. */
import type { Db } from '../../db/pool.ts'
import type { CompaniesRow } from '../../db/types/companies.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { findAuthors } from '../notes/queries.ts'
import type { CompanyNoteRow } from './note.ts'

/** The number of notes that a company shows, newest first. */
const SHOWN = 50

/** @returns by company, its newest notes, the newest first */
export async function findNotesOf(
  db: Db,
  workspaceId: number,
  companies: Pick<CompaniesRow, 'id' | 'note_ids'>[],
): Promise<Map<string, CompanyNoteRow[]>> {
  const shown = companies.map(({ id, note_ids }) => ({ id, note_ids: note_ids.slice(0, SHOWN) }))
  const ids = shown.flatMap(({ note_ids }) => note_ids)
  if (ids.length === 0) return new Map()
  const notes = await db<
    NotesRow[]
  >`select * from notes where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])`
  const authors = await findAuthors(db, workspaceId, notes)
  const byId = new Map(notes.map((note) => [note.id, { ...note, author: authors.get(note.admin_id ?? 0) }]))
  return new Map(
    shown.map(({ id, note_ids }) => [id, note_ids.map((note) => byId.get(note)).filter((note) => note !== undefined)]),
  )
}
