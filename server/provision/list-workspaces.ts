import type { Db } from '../db/pool.ts'
import type { WorkspacesRow } from '../db/types/workspaces.ts'

type Listed = Pick<WorkspacesRow, 'app_id' | 'name' | 'created_at'>

/** All of them, the oldest first. */
export const listWorkspaces = (db: Db): Promise<Listed[]> =>
  db<Listed[]>`select app_id, name, created_at from workspaces order by id`
