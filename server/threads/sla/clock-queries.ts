/** The SQL of the clocks of service level agreements. */
import { fragment, type Db } from '../../db/pool.ts'
import type { SlaClocksRow } from '../../db/types/sla_clocks.ts'
import type { StoredSchedule } from '../../hours/in-force.ts'
import type { Clock } from './sla.ts'

export type ClockRow = Omit<SlaClocksRow, 'target' | 'outcome'> & Pick<Clock, 'target' | 'outcome'>

const CHANGEABLE = ['due_at', 'paused_at', 'remaining_seconds', 'breached_at', 'settled_at', 'outcome'] as const

/** The newest clock of each target that a rule started in a locked thread. */
export const listNewestClocks = (db: Db, workspaceId: number, threadId: number): Promise<ClockRow[]> =>
  db<ClockRow[]>`
    select distinct on (target) * from sla_clocks
    where workspace_id = ${workspaceId} and thread_id = ${threadId} order by target, id desc`

export async function insertClocks(
  db: Db,
  workspaceId: number,
  threadId: number,
  ruleId: number,
  clocks: Clock[],
): Promise<number[]> {
  if (clocks.length === 0) return []
  const rows = clocks.map(({ id: _, ...clock }) => ({
    workspace_id: workspaceId,
    thread_id: threadId,
    rule_id: ruleId,
    ...clock,
  }))
  const made = await db<{ id: number }[]>`
    insert into sla_clocks ${db(rows, 'workspace_id', 'thread_id', 'rule_id', 'target', 'started_at', ...CHANGEABLE)}
    returning id`
  return made.map(({ id }) => id)
}

export async function updateClock(db: Db, workspaceId: number, clock: Clock): Promise<void> {
  const { id, due_at, paused_at, remaining_seconds, breached_at, settled_at, outcome } = clock
  const changes = { due_at, paused_at, remaining_seconds, breached_at, settled_at, outcome }
  await db`update sla_clocks set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** Open clocks by the time at which they are due. */
export interface ClockFilter {
  /** Null for all threads. */
  threadId: number | null
  /** Null for all times, and then clocks that are paused or never due as well. */
  dueBefore: Date | null
}

export const listOpenClocks = (
  db: Db,
  workspaceId: number,
  { threadId, dueBefore }: ClockFilter,
  limit: number,
): Promise<ClockRow[]> =>
  db<ClockRow[]>`
    select * from sla_clocks
    where workspace_id = ${workspaceId} and settled_at is null
      ${threadId === null ? fragment`` : fragment`and thread_id = ${threadId}`}
      ${dueBefore === null ? fragment`` : fragment`and due_at <= ${dueBefore}`}
    order by due_at, id limit ${limit}`

/** The schedule as it was in force when a rule was applied. */
export async function getSchedule(db: Db, workspaceId: number, hoursId: number): Promise<StoredSchedule | null> {
  const [row] = await db<{ schedule: StoredSchedule | null }[]>`
    select schedule from office_hours_in_force where workspace_id = ${workspaceId} and id = ${hoursId}`
  return row?.schedule ?? null
}

/** True for a ticket in a state of the category `waiting_on_customer`. */
export async function isWaitingOnCustomer(db: Db, workspaceId: number, stateId: number): Promise<boolean> {
  const [row] = await db<{ category: string }[]>`
    select category from ticket_states where workspace_id = ${workspaceId} and id = ${stateId}`
  return row?.category === 'waiting_on_customer'
}
