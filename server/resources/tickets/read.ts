/** Reads tickets whole, as answers and events show them. */
import type { Ctx } from '../../context.ts'
import { listParts } from '../../threads/queries.ts'
import { numberId } from '../../ids.ts'
import { notFound } from '../../http/errors.ts'
import { channelOf } from '../conversations/source.ts'
import { withObjects, withObjectsOfAll } from '../custom-objects/references.ts'
import { listTicketTypesByIds } from '../ticket-types/queries.ts'
import { listPartsOfThreads } from './part-queries.ts'
import { getTicketRow } from './queries.ts'
import type { TicketRow } from './row.ts'
import { presentTicket, type TicketWire, type WholeTicket } from './ticket.ts'
import type { ToldTicket } from './topics.ts'

/** @throws 404 ticket_not_found */
export const readTicket = async (ctx: Ctx, id: string | number): Promise<TicketWire> =>
  presentTicket(ctx.workspace, await readWhole(ctx, id))

/** As deliveries tell it, which also name the channel. */
export async function readTold(ctx: Ctx, id: number): Promise<ToldTicket> {
  const whole = await readWhole(ctx, id)
  return { ...presentTicket(ctx.workspace, whole), channel: channelOf(whole.row) }
}

async function readWhole(ctx: Ctx, id: string | number): Promise<WholeTicket> {
  const number = numberId(id)
  if (number === undefined) throw notFound('ticket')
  const [stored, parts] = await Promise.all([
    getTicketRow(ctx.db, ctx.workspaceId, number),
    listParts(ctx.db, ctx.workspaceId, number),
  ])
  const types = await listTicketTypesByIds(ctx.db, ctx.workspaceId, [stored.ticket_type_id])
  const row = await withObjects(ctx, stored)
  return { row, parts, type: types.get(row.ticket_type_id)! }
}

/** With their parts, as searches show them. */
export async function presentTickets(ctx: Ctx, rows: TicketRow[]): Promise<TicketWire[]> {
  const [types, parts] = await Promise.all([
    listTicketTypesByIds(ctx.db, ctx.workspaceId, [...new Set(rows.map((row) => row.ticket_type_id))]),
    listPartsOfThreads(
      ctx.db,
      ctx.workspaceId,
      rows.map(({ id }) => id),
    ),
  ])
  return (await withObjectsOfAll(ctx, rows)).map((row) =>
    presentTicket(ctx.workspace, {
      row,
      type: types.get(row.ticket_type_id)!,
      parts: parts.filter(({ thread_id }) => thread_id === row.id),
    }),
  )
}
