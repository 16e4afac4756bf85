/** The SQL of roles: a workspace has those that its admins have. */
import type { Db } from '../../db/pool.ts'

export interface RoleRow {
  id: number
  name: string
}

export const listRoles = (db: Db, workspaceId: number): Promise<RoleRow[]> => db<RoleRow[]>`
  select distinct role_id as id, role_name as name from admins
  where workspace_id = ${workspaceId} and removed_at is null and role_id is not null and role_name is not null
  order by id`
