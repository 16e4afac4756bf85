/** The SQL of ticket types, with their attributes and states. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import type { TicketTypesRow } from '../../db/types/ticket_types.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { WholeType } from './ticket-type.ts'

/** Archived ones too, oldest first. */
export const listTicketTypes = (db: Db, workspaceId: number): Promise<WholeType[]> =>
  readWhole(db, workspaceId, fragment`true`)

/** The types of these ids. */
export async function listTicketTypesByIds(
  db: Db,
  workspaceId: number,
  ids: number[],
): Promise<Map<number, WholeType>> {
  if (ids.length === 0) return new Map()
  const types = await readWhole(db, workspaceId, fragment`t.id = any(${ids}::bigint[])`)
  return new Map(types.map((type) => [type.row.id, type]))
}

/** Undefined for an unknown id. */
export async function findTicketType(db: Db, workspaceId: number, id: string | number): Promise<WholeType | undefined> {
  const number = numberId(id)
  return number === undefined ? undefined : (await listTicketTypesByIds(db, workspaceId, [number])).get(number)
}

/** @throws 404 not_found */
export async function getTicketType(db: Db, workspaceId: number, id: string | number): Promise<WholeType> {
  const type = await findTicketType(db, workspaceId, id)
  if (!type) throw notFound('resource')
  return type
}

async function readWhole(db: Db, workspaceId: number, condition: Fragment): Promise<WholeType[]> {
  const [rows, attributes, states] = await Promise.all([
    db<TicketTypesRow[]>`
      select t.* from ticket_types t where t.workspace_id = ${workspaceId} and ${condition} order by t.id`,
    db<TicketTypeAttributesRow[]>`
      select a.* from ticket_type_attributes a
      join ticket_types t on t.workspace_id = a.workspace_id and t.id = a.ticket_type_id
      where a.workspace_id = ${workspaceId} and ${condition} order by a.position, a.id`,
    db<(TicketStatesRow & { ticket_type_id: number })[]>`
      select s.*, t.id as ticket_type_id from ticket_type_states l
      join ticket_types t on t.workspace_id = l.workspace_id and t.id = l.ticket_type_id
      join ticket_states s on s.workspace_id = l.workspace_id and s.id = l.ticket_state_id
      where l.workspace_id = ${workspaceId} and not s.archived and ${condition} order by s.id`,
  ])
  return rows.map((row) => ({
    row,
    attributes: attributes.filter(({ ticket_type_id }) => ticket_type_id === row.id),
    states: states.filter(({ ticket_type_id }) => ticket_type_id === row.id),
  }))
}

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'description', 'category', 'icon', 'is_internal', 'archived', 'updated_at'] as const
export type TicketTypeChanges = Partial<Pick<TicketTypesRow, (typeof CHANGEABLE)[number]>>

/** A new type has all states in use. */
export async function insertTicketType(
  db: Db,
  workspaceId: number,
  type: Omit<TicketTypesRow, 'workspace_id' | 'id' | 'archived'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    with made as (
      insert into ticket_types ${db({ ...type, workspace_id: workspaceId }, 'workspace_id', 'name', 'description', 'category', 'icon', 'is_internal', 'created_at', 'updated_at')}
      returning id),
    states as (
      insert into ticket_type_states (workspace_id, ticket_type_id, ticket_state_id)
      select ${workspaceId}::int, made.id, s.id from made, ticket_states s
      where s.workspace_id = ${workspaceId} and not s.archived)
    select id from made`
  return row.id
}

export async function updateTicketType(
  db: Db,
  workspaceId: number,
  id: number,
  changes: TicketTypeChanges,
): Promise<void> {
  await db`
    update ticket_types set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** True if there is a ticket of the type. */
export async function hasTickets(db: Db, workspaceId: number, id: number): Promise<boolean> {
  const rows = await db`
    select from threads where workspace_id = ${workspaceId} and ticket_type_id = ${id} limit 1`
  return rows.length > 0
}
