/** The SQL of macros as teammates see them. */
import { fragment, type Db } from '../../db/pool.ts'
import type { MacrosRow } from '../../db/types/macros.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

const visibleTo = (adminId: number) => fragment`
  (visible_to = 'everyone' or exists (
    select from team_members t
    where t.workspace_id = macros.workspace_id and t.admin_id = ${adminId} and t.team_id = any(visible_to_team_ids)))`

export interface MacroPage {
  perPage: number
  /** The last macro of the page before. */
  after: { updatedAt: Date; id: number } | undefined
  updatedSince: Date | undefined
}

/** Macros that an admin sees, last changed first: one more than a page has, where there are more. */
export const listMacros = (
  db: Db,
  workspaceId: number,
  adminId: number,
  { perPage, after, updatedSince }: MacroPage,
): Promise<MacrosRow[]> =>
  db<MacrosRow[]>`
    select * from macros
    where workspace_id = ${workspaceId} and ${visibleTo(adminId)}
      ${after ? fragment`and (updated_at, id) < (${after.updatedAt}, ${after.id})` : fragment``}
      ${updatedSince ? fragment`and updated_at > ${updatedSince}` : fragment``}
    order by updated_at desc, id desc limit ${perPage + 1}`

/** @throws 404 not_found, also for one that the admin does not see */
export async function getVisibleMacro(db: Db, workspaceId: number, adminId: number, id: string): Promise<MacrosRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<MacrosRow[]>`
          select * from macros where workspace_id = ${workspaceId} and id = ${number} and ${visibleTo(adminId)}`
  if (!row) throw notFound('macro')
  return row
}
