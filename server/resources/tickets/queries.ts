/** The SQL of tickets: how they are read. Writes are in threads/queries.ts. */
import { fragment, type Db } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { refuseMerged } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { linksColumn } from '../conversations/linked-objects.ts'
import type { TicketRow } from './row.ts'

/** Columns of the table `threads`, without an alias, as searches name them. */
export const columns = fragment`
  threads.*,
  coalesce((
    select json_agg(json_build_object('id', c.id, 'external_id', c.external_id, 'role', c.role)
      order by array_position(threads.contact_ids, c.id))
    from contacts c where c.workspace_id = threads.workspace_id and c.id = any(threads.contact_ids)), '[]') as contacts,
  (select to_jsonb(s) from ticket_states s
    where s.workspace_id = threads.workspace_id and s.id = threads.ticket_state_id) as ticket_state,
  ${linksColumn}`

/** @throws 404 ticket_not_found */
export async function getTicketRow(db: Db, workspaceId: number, id: string | number): Promise<TicketRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TicketRow[]>`
          select ${columns} from threads
          where threads.workspace_id = ${workspaceId} and threads.id = ${number} and threads.listed
            and threads.ticket_type_id is not null`
  if (!row) throw notFound('ticket')
  return row
}

/** The rows with these ids, in their order. */
export const listTicketsByIds = (db: Db, workspaceId: number, ids: number[]): Promise<TicketRow[]> =>
  db<TicketRow[]>`
    select ${columns} from threads
    where threads.workspace_id = ${workspaceId} and threads.listed and threads.ticket_type_id is not null
      and threads.id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], threads.id)`

/** A thread that is a ticket. */
export type TicketThread = ThreadRow & { ticket_type_id: number; ticket_state_id: number }

/**
 * Holds a ticket until the transaction ends.
 * @param called the name of the missing ticket in the error: some operations call it a resource
 * @throws 404 ticket_not_found, or not_found; 422 merge_failed for one that was merged into another
 */
export async function lockTicket(
  db: Db,
  workspaceId: number,
  id: string | number,
  called: 'ticket' | 'resource' = 'ticket',
): Promise<TicketThread> {
  const ticket = await lockAnyTicket(db, workspaceId, id, called)
  refuseMerged(ticket)
  return ticket
}

/** Also one that was merged into another. @throws 404 ticket_not_found, or not_found */
export async function lockAnyTicket(
  db: Db,
  workspaceId: number,
  id: string | number,
  called: 'ticket' | 'resource' = 'ticket',
): Promise<TicketThread> {
  const thread = await lockThread(db, workspaceId, 'conversation', id)
  if (!thread || !isTicket(thread)) throw notFound(called)
  return thread
}

export const isTicket = (thread: ThreadRow): thread is TicketThread => thread.ticket_type_id !== null

export interface NewTicket {
  type_id: number
  state_id: number
  attributes: Record<string, unknown>
  contact_ids: string[]
  company_id: string | null
  is_shared: boolean
  /** The bot, which begins it. */
  bot_id: number
  at: Date
  now: Date
}

/** The thread of a new ticket, with its contacts. Nobody wrote its first message. */
export async function insertTicket(db: Db, workspaceId: number, ticket: NewTicket): Promise<TicketThread> {
  const [row] = await db<TicketThread[]>`
    with made as (
      insert into threads (
        workspace_id, read, created_at, updated_at, company_id, contact_ids, count_conversation_parts,
        source_type, source_delivered_as, source_body, source_author_type, source_admin_id,
        ticket_type_id, ticket_number, ticket_state_id, ticket_attributes, is_shared)
      values (
        ${workspaceId}, false, ${ticket.at}, ${ticket.now}, ${ticket.company_id}, ${ticket.contact_ids}, 1,
        'ticket', 'admin_initiated', '', 'admin', ${ticket.bot_id},
        ${ticket.type_id}, nextval('ticket_numbers'), ${ticket.state_id}, ${ticket.attributes as never}::jsonb,
        ${ticket.is_shared})
      returning *),
    linked as (
      insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
      select ${workspaceId}::int, made.id, contact_id, ${ticket.at}::timestamptz
      from made, unnest(${ticket.contact_ids}::text[]) as people (contact_id))
    select made.*, '[]'::json as office_hours from made`
  return row!
}

/** The number of a conversation that becomes a ticket. */
export async function nextTicketNumber(db: Db): Promise<number> {
  const [row] = await db<[{ number: number }]>`select nextval('ticket_numbers') as number`
  return row.number
}
