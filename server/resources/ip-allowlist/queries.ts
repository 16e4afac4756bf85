/** The SQL of the IP allowlist. */
import { fragment, type Db } from '../../db/pool.ts'
import type { Allowlist } from './allowlist.ts'

/** A workspace without one lets everybody in. */
export async function findAllowlist(db: Db, workspaceId: number): Promise<Allowlist> {
  const [row] = await db<Allowlist[]>`
    select enabled, networks from ip_allowlists where workspace_id = ${workspaceId}`
  return row ?? { enabled: false, networks: [] }
}

/** With the commit, every server forgets what it knows of access to the workspace. */
const notice = fragment`pg_notify('parley_access', workspace_id::text)`

export async function setAllowlist(
  db: Db,
  workspaceId: number,
  { enabled, networks }: Allowlist,
  now: Date,
): Promise<void> {
  await db`
    with written as (
      insert into ip_allowlists (workspace_id, enabled, networks, updated_at)
      values (${workspaceId}, ${enabled}, ${networks}, ${now})
      on conflict (workspace_id) do update set
        enabled = excluded.enabled, networks = excluded.networks, updated_at = excluded.updated_at
      returning workspace_id)
    select ${notice} from written`
}

export async function deleteAllowlist(db: Db, workspaceId: number): Promise<void> {
  await db`
    with deleted as (delete from ip_allowlists where workspace_id = ${workspaceId} returning workspace_id)
    select ${notice} from deleted`
}
