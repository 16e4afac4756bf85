/**
 * The demo workspace: a believable company, always the same, for trying Parley out and for writing
 * against it. What it holds is in company.ts, people.ts, conversations.ts and events.ts.
 */
import type { Clock } from '../clock.ts'
import { inTransaction, type Db } from '../db/pool.ts'
import { COMPANIES } from './company.ts'
import { CONVERSATIONS } from './conversations.ts'
import { insertConversations } from './insert-conversations.ts'
import { insertCustomers } from './insert-customers.ts'
import { insertEvents } from './insert-events.ts'
import { insertJobs } from './insert-jobs.ts'
import { insertStaff } from './insert-staff.ts'
import { PEOPLE } from './people.ts'

const LOCK = 5_050_432_119
/** Data attributes are never deleted, so this one tells that the demo was here. */
const MARK = { model: 'contact', name: 'favorite_roast' }

/** All of it or nothing. False where the workspace holds it already. */
export function fillDemo(db: Db, workspaceId: number, clock: Clock): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockDemo(tx)
    if (await isFilled(tx, workspaceId)) return false
    const now = clock.now()
    const staff = await insertStaff(tx, workspaceId, now)
    const customers = await insertCustomers(tx, workspaceId, staff, now)
    await insertConversations(tx, workspaceId, staff, customers, now)
    await insertEvents(tx, workspaceId, customers, now)
    await insertJobs(tx, workspaceId, staff, now)
    await tx`insert into count_deltas ${tx(
      [
        { name: 'contacts', delta: Object.values(PEOPLE).filter(({ role }) => role !== 'visitor').length },
        { name: 'companies', delta: Object.keys(COMPANIES).length },
        { name: 'conversations', delta: CONVERSATIONS.length },
      ].map((count) => ({ workspace_id: workspaceId, ...count })),
      'workspace_id',
      'name',
      'delta',
    )}`
    return true
  })
}

/** Demos are placed and filled one at a time. */
export async function lockDemo(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK})`
}

/** True if a workspace holds the demo company. */
export async function holdsDemo(db: Db): Promise<boolean> {
  return (await findDemo(db)) !== undefined
}

/** The first workspace that holds it; or that workspace, if it does. */
export async function findDemo(
  db: Db,
  workspaceId: number | null = null,
): Promise<{ id: number; app_id: string } | undefined> {
  const [row] = await db<{ id: number; app_id: string }[]>`
    select w.id, w.app_id from workspaces w join data_attributes a
      on a.workspace_id = w.id and a.model = ${MARK.model} and a.name = ${MARK.name}
    where ${workspaceId}::int is null or w.id = ${workspaceId}::int
    order by w.id limit 1`
  return row
}

async function isFilled(db: Db, workspaceId: number): Promise<boolean> {
  const rows = await db`
    select 1 from data_attributes where workspace_id = ${workspaceId} and model = ${MARK.model} and name = ${MARK.name}`
  return rows.length > 0
}
