/** The SQL of help centers. */
import type { Db } from '../../db/pool.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** Oldest first. */
export const listHelpCenters = (db: Db, workspaceId: number): Promise<HelpCentersRow[]> =>
  db<HelpCentersRow[]>`select * from help_centers where workspace_id = ${workspaceId} order by id`

/** The default one, if its site is open. */
export async function findOpenDefault(db: Db, workspaceId: number): Promise<HelpCentersRow | undefined> {
  const [row] = await db<HelpCentersRow[]>`
    select * from help_centers where workspace_id = ${workspaceId} and is_default and website_turned_on`
  return row
}

export async function findHelpCenter(
  db: Db,
  workspaceId: number,
  id: string | number,
): Promise<HelpCentersRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<HelpCentersRow[]>`
    select * from help_centers where workspace_id = ${workspaceId} and id = ${number}`
  return row
}

/** @throws 404 not_found */
export async function getHelpCenter(db: Db, workspaceId: number, id: string): Promise<HelpCentersRow> {
  const row = await findHelpCenter(db, workspaceId, id)
  if (!row) throw notFound('resource')
  return row
}
