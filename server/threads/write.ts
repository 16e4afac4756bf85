/** Writes the parts and changes of a locked thread, and takes back its wake-up if it is snoozed no longer. */
import type { Ctx } from '../context.ts'
import { dequeue } from '../queue/enqueue.ts'
import { tellOfFreed } from './distribute.ts'
import { followUps } from './follow-ups.ts'
import { place } from './place.ts'
import type { UnplacedPart } from './placed.ts'
import { insertParts } from './queries.ts'
import { followSla } from './sla/follow.ts'
import type { ThreadChanges, ThreadRow } from './thread.ts'

export interface Written {
  /** Rows of the parts, in their order. */
  ids: number[]
  /** Rows of the parts that follow from them. */
  followed: number[]
  /** True if the thread was closed or snoozed before, and is open now. */
  opened: boolean
}

/**
 * @param parts their times are those of the request, or earlier
 * @param changes besides those that follow from the parts
 */
export async function writeThread(
  ctx: Ctx,
  thread: ThreadRow,
  parts: UnplacedPart[],
  changes: ThreadChanges,
): Promise<Written> {
  const placed = await place(ctx.db, ctx.workspaceId, thread, ctx.now, parts)
  const then = { ...thread, ...placed.changes, ...changes }
  const follow = await place(ctx.db, ctx.workspaceId, then, ctx.now, await followUps(ctx, thread, then, parts))
  const told = [...placed.parts, ...follow.parts]
  const sla = await followSla(ctx, thread, { ...placed, parts: told, rows: [...placed.rows, ...follow.rows] })
  const all = { ...placed.changes, ...changes, ...follow.changes, ...sla.changes }
  const state = all.state ?? thread.state
  await tellOfFreed(ctx, thread, { ...thread, ...all })
  const [ids] = await Promise.all([
    insertParts(ctx.db, ctx.workspaceId, thread.id, [...told, ...sla.parts], {
      ...all,
      ...touched(ctx, thread, all, parts.length),
    }),
    thread.state === 'snoozed' && state !== 'snoozed' && dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id)),
  ])
  const given = placed.parts.length
  return {
    ids: ids.slice(0, given),
    followed: ids.slice(given, told.length),
    opened: thread.state !== 'open' && state === 'open',
  }
}

/** The key of the job that wakes a snoozed thread. */
export const wakeKey = (workspaceId: number, id: number) => `wake:${workspaceId}:${id}`

/** Every change but reading brings a thread to the top of the lists. */
function touched(ctx: Ctx, thread: ThreadRow, changes: ThreadChanges, parts: number): ThreadChanges {
  if (parts === 0 && Object.keys(changes).every((column) => column === 'read' || column === 'read_part_id')) return {}
  return { updated_at: ctx.now > thread.updated_at ? ctx.now : thread.updated_at }
}
