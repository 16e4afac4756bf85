/** The SQL of those to whom a thread can be assigned. */
import { fragment, type Db } from '../db/pool.ts'
import { numberId } from '../ids.ts'

/** @returns the id, where there is such an admin or team; it does not go before the transaction ends */
export async function findAssignee(
  db: Db,
  workspaceId: number,
  kind: 'admin' | 'team',
  id: string | number,
): Promise<number | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [table, gone] =
    kind === 'admin' ? [fragment`admins`, fragment`removed_at`] : [fragment`teams`, fragment`deleted_at`]
  const [row] = await db<{ id: number }[]>`
    select id from ${table} where workspace_id = ${workspaceId} and id = ${number} and ${gone} is null for share`
  return row?.id
}
