/** Counts of a contact's events by name, with their first and last times. */
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { decodeCursor, encodeCursor, invalidCursor } from '../../http/cursor.ts'
import { ownAddress } from '../../http/pages.ts'
import { presentSummaryItem, type DataEventSummary, type Person } from './data-event.ts'
import { listSummaries } from './list-queries.ts'

/** A summary is asked for as a whole; this many names it tells at once. */
const SHOWN = 1000

export async function eventSummary(
  ctx: Ctx,
  person: Person,
  query: { starting_after?: string },
): Promise<Static<typeof DataEventSummary>> {
  const [after] = query.starting_after === undefined ? [''] : decodeCursor(query.starting_after, 1)
  if (typeof after !== 'string') throw invalidCursor()
  const rows = await listSummaries(ctx.db, ctx.workspaceId, person.id, after, SHOWN + 1)
  const shown = rows.slice(0, SHOWN)
  const last = rows.length > SHOWN ? shown.at(-1) : undefined
  return {
    type: 'event.summary',
    email: person.email,
    intercom_user_id: person.id,
    user_id: person.external_id,
    events: shown.map(presentSummaryItem),
    pages: last ? { next: ownAddress(ctx, { starting_after: encodeCursor([last.event_name]) }) } : {},
  }
}
