/** Finds the demo company a workspace: it never mixes into one that holds data of somebody's. */
import type { Clock } from '../clock.ts'
import type { Db, Pool } from '../db/pool.ts'
import { createWorkspace } from '../provision/workspace.ts'
import type { Secrets } from '../secrets.ts'
import { ADMINS, WORKSPACE_NAME } from './company.ts'
import { fillDemo, findDemo, lockDemo } from './fill.ts'

export interface PlacedDemo {
  id: number
  app_id: string
  /** False where a workspace held the demo already. */
  filled: boolean
  /** The owner of the workspace, where one was made for the demo. */
  ownerId?: number
}

/** The workspace that holds the demo already, else the first where it is empty, else one that is made for it. */
export function placeDemo(
  db: Pool,
  first: { id: number; app_id: string },
  clock: Clock,
  secrets: Secrets,
  address: string,
  signal?: AbortSignal,
): Promise<PlacedDemo> {
  return db.begin(async (tx) => {
    await lockDemo(tx)
    const found = await findDemo(tx)
    if (found) return { ...found, filled: false }
    if (await isEmpty(tx, first.id)) {
      await fillDemo(tx, first.id, clock, secrets, address, signal)
      return { id: first.id, app_id: first.app_id, filled: true }
    }
    const { name: ownerName, email: ownerEmail } = ADMINS.maya
    const { id, appId, ownerId } = await createWorkspace(tx, { name: WORKSPACE_NAME, ownerName, ownerEmail, clock })
    await fillDemo(tx, id, clock, secrets, address, signal)
    return { id, app_id: appId, filled: true, ownerId }
  })
}

/** True if a workspace holds no people, companies or conversations. */
export async function isEmpty(db: Db, workspaceId: number): Promise<boolean> {
  const [row] = await db<[{ empty: boolean }]>`
    select not (
      exists (select from contacts where workspace_id = ${workspaceId})
      or exists (select from companies where workspace_id = ${workspaceId})
      or exists (select from threads where workspace_id = ${workspaceId})) as empty`
  return row.empty
}
