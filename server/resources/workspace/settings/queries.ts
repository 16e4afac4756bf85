/** The SQL of workspaces. */
import type { Workspace } from '../../../context.ts'
import { fragment, type Db } from '../../../db/pool.ts'

const columns = fragment`id, app_id, name, time_zone, region, default_version, email_copies, created_at`

export async function getWorkspace(db: Db, workspaceId: number): Promise<Workspace> {
  const [row] = await db<[Workspace]>`select ${columns} from workspaces where id = ${workspaceId}`
  return row
}

export type WorkspaceChanges = Partial<Pick<Workspace, 'name' | 'time_zone' | 'default_version' | 'email_copies'>>

/**
 * The commit notifies every server, since servers cache a workspace with its tokens. The database must know the time
 * zone, too: searches are made in it.
 */
export async function updateWorkspace(db: Db, workspaceId: number, changes: WorkspaceChanges): Promise<Workspace> {
  const { name = null, time_zone = null, email_copies = null } = changes
  const version =
    changes.default_version === undefined ? fragment`default_version` : fragment`${changes.default_version}::text`
  const [row] = await db<[Workspace]>`
    with updated as (
      update workspaces
      set name = coalesce(${name}, name), time_zone = coalesce(${time_zone}, time_zone), default_version = ${version},
        email_copies = coalesce(${email_copies}, email_copies)
      where id = ${workspaceId}
      returning *)
    select ${columns}, now() at time zone time_zone as local, pg_notify('parley_access', id::text) from updated`
  return row
}
