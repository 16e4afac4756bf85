/** The SQL of handing over. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { Assignee } from './hand-over.ts'

const columnOf = ({ type }: Assignee) => (type === 'admin' ? fragment`admin_assignee_id` : fragment`team_assignee_id`)

/** Conversations that are not closed, oldest first. */
export async function listAssigned(
  db: Db,
  workspaceId: number,
  from: Assignee,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from threads
    where workspace_id = ${workspaceId} and ${columnOf(from)} = ${from.id} and id > ${after}
      and kind = 'conversation' and state <> 'closed' and deleted_at is null
    order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

export async function updateAssignees(db: Db, workspaceId: number, from: Assignee, to: Assignee | null): Promise<void> {
  const gone = columnOf(from)
  const taken = to && fragment`, ${columnOf(to)} = ${to.id}`
  const set = to?.type === from.type ? fragment`${gone} = ${to.id}` : fragment`${gone} = null ${taken ?? fragment``}`
  await db`update threads set ${set} where workspace_id = ${workspaceId} and ${gone} = ${from.id}`
}

export async function updateOwner(
  db: Db,
  workspaceId: number,
  from: number,
  to: number | null,
  now: Date,
): Promise<void> {
  await db`
    update contacts set owner_id = ${to}, updated_at = greatest(updated_at, ${now})
    where workspace_id = ${workspaceId} and owner_id = ${from}`
}
