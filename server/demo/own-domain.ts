import type { Db } from '../db/pool.ts'

/** The domain of the demo's help center. A domain leads to one help center of a server: further demos have their own. */
export async function freeDomain(db: Db, workspaceId: number): Promise<string> {
  const domain = 'help.fernhill.example'
  const rows = await db`
    select from help_centers where custom_domain = ${domain} and workspace_id <> ${workspaceId}`
  return rows.length === 0 ? domain : `help-${workspaceId}.fernhill.example`
}
