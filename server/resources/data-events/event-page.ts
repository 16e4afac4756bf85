/** A page of a contact's events, with the addresses of the next and of what comes later. */
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { decodeCursor, encodeCursor, invalidCursor } from '../../http/cursor.ts'
import { cursorPageSize, ownAddress } from '../../http/pages.ts'
import { presentDataEvent, type DataEventList, type DataEventRow, type Person } from './data-event.ts'
import { listDataEvents } from './list-queries.ts'

const PER_PAGE = 50
/** Time for which an event can be listed. */
const LISTED_MS = 90 * 86_400_000
/** The last second of the year 9999. */
export const LAST_MILLISECOND = 253_402_300_799_999

export interface PageQuery {
  per_page?: number
  /** Milliseconds: events before it, and events from it on. */
  before?: number
  since?: number
  starting_after?: string
}

export async function eventPage(ctx: Ctx, person: Person, query: PageQuery): Promise<Static<typeof DataEventList>> {
  const perPage = cursorPageSize(query.per_page, PER_PAGE)
  const window = {
    from: new Date(Math.max(ctx.now.getTime() - LISTED_MS, query.since ?? 0)),
    ...(query.before !== undefined && { before: new Date(query.before) }),
    ...(query.starting_after !== undefined && { after: readCursor(query.starting_after) }),
  }
  const rows = await listDataEvents(ctx.db, ctx.workspaceId, person.id, window, perPage + 1)
  const shown = rows.slice(0, perPage)
  const [newest, oldest] = [shown[0], shown.at(-1)]
  return {
    type: 'event.list',
    events: shown.map((row) => presentDataEvent(person, row)),
    pages: {
      ...(oldest && rows.length > perPage && { next: ownAddress(ctx, { per_page: perPage, ...after(oldest) }) }),
      // Includes the newest second again, since later events may belong to it, too.
      ...(newest && {
        since: ownAddress(ctx, { since: newest.created_at.getTime(), before: null, starting_after: null }),
      }),
    },
  }
}

/**
 * Clients know `before`, which cannot tell several events of one second apart: the cursor beside it
 * does, and `before` itself is just after that second.
 */
const after = ({ created_at, event_name }: DataEventRow) => ({
  before: created_at.getTime() + 1,
  starting_after: encodeCursor([created_at.getTime(), event_name]),
})

function readCursor(text: string) {
  const [time, event_name] = decodeCursor(text, 2)
  if (typeof time !== 'number' || time < 0 || time > LAST_MILLISECOND || typeof event_name !== 'string')
    throw invalidCursor()
  return { created_at: new Date(time), event_name }
}
