/** The SQL of help centers. */
import type { Db } from '../../db/pool.ts'
import type { HelpCentersRow } from '../../db/types/help_centers.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** Oldest first. */
export const listHelpCenters = (db: Db, workspaceId: number): Promise<HelpCentersRow[]> =>
  db<HelpCentersRow[]>`select * from help_centers where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getHelpCenter(db: Db, workspaceId: number, id: string): Promise<HelpCentersRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<HelpCentersRow[]>`select * from help_centers where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}
