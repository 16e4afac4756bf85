/** One page of the notes about somebody. */
import type { Ctx } from '../../context.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { numberedPages } from '../../http/pages.ts'
import { presentNote } from './note.ts'
import { findAuthors } from './queries.ts'

export const USUAL_PER_PAGE = 50

export async function presentNotePage(
  ctx: Ctx,
  rows: NotesRow[],
  { page, perPage }: { page: number; perPage: number },
  total: number,
) {
  const authors = await findAuthors(ctx.db, ctx.workspaceId, rows)
  return {
    type: 'list' as const,
    data: rows.map((row) => presentNote(row, row.admin_id === null ? undefined : authors.get(row.admin_id))),
    total_count: total,
    pages: numberedPages(ctx, page, perPage, total),
  }
}
