import type { Db } from '../db/pool.ts'

/**
 * The place of a help center of the demo in its addresses. Each leads to one help center of a server, so that further
 * demos have their own.
 */
export async function freeIdentifier(db: Db, workspaceId: number, identifier = 'fernhill'): Promise<string> {
  const rows = await db`
    select from help_centers where identifier = ${identifier} and workspace_id <> ${workspaceId}`
  return rows.length === 0 ? identifier : `${identifier}-${workspaceId}`
}
