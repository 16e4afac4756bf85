/** The SQL of ticket states as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { TicketStatesRow } from '../../../db/types/ticket_states.ts'
import { apiError, notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

/** @throws 404 not_found */
export async function getTicketState(db: Db, workspaceId: number, id: string | number): Promise<TicketStatesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TicketStatesRow[]>`
          select * from ticket_states where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/**
 * The workspace must be locked.
 * @throws 409 conflict where no other state of the same category is in use
 */
export async function refuseLast(db: Db, workspaceId: number, { id, category }: TicketStatesRow): Promise<void> {
  const others = await db`
    select from ticket_states
    where workspace_id = ${workspaceId} and category = ${category} and id <> ${id} and not archived limit 1`
  if (others.length === 0)
    throw apiError(409, 'conflict', `The last state of the category ${category} must stay in use`)
}

/** Columns that a change may write. */
const CHANGEABLE = ['category', 'internal_label', 'external_label', 'archived', 'updated_at'] as const
type Changes = Partial<Pick<TicketStatesRow, (typeof CHANGEABLE)[number]>>

export async function insertTicketState(
  db: Db,
  workspaceId: number,
  state: Omit<TicketStatesRow, 'workspace_id' | 'id' | 'archived'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into ticket_states ${db({ ...state, workspace_id: workspaceId }, 'workspace_id', 'category', 'internal_label', 'external_label', 'created_at', 'updated_at')} returning id`
  return row.id
}

export async function updateTicketState(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update ticket_states set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}
