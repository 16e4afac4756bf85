/**
 * Writes what happened to a conversation: its parts, what they change, and the events that tell of
 * it. The conversation must be locked.
 */
import type { Ctx } from '../../context.ts'
import type { Snapshot } from '../../events/emit.ts'
import { dequeue } from '../../queue/enqueue.ts'
import { place } from '../../threads/place.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { insertParts } from '../../threads/queries.ts'
import type { ThreadChanges, ThreadRow } from '../../threads/thread.ts'
import { presentDelivered, withUnread } from './delivered-conversation.ts'
import { readConversation, withParts, type WholeConversation } from './read.ts'
import { wakeKey } from './wake.ts'

export interface Occurrence {
  /** Their times are those of the request, or earlier. */
  parts: UnplacedPart[]
  /** Besides those that follow from the parts. */
  changes: ThreadChanges
  /** Where the thread was opened by it, maybe others. */
  topics: string[] | ((opened: boolean) => string[])
  /** The item of the events, if it is not the conversation alone. */
  item?: (conversation: ReturnType<typeof presentDelivered>) => Snapshot
}

/** An occurrence whose topics are known beforehand. */
export type PlainOccurrence = Occurrence & { topics: string[] }

/** The one topic that tells of parts which were there before. */
const READ = 'conversation.read'

/** @returns the conversation as it is then */
export async function record(
  ctx: Ctx,
  thread: ThreadRow,
  { parts, changes, topics, item = (conversation) => conversation }: Occurrence,
): Promise<WholeConversation> {
  const placed = await place(ctx.db, ctx.workspaceId, thread, ctx.now, parts)
  const all = { ...placed.changes, ...changes }
  const state = all.state ?? thread.state
  const [ids] = await Promise.all([
    insertParts(ctx.db, ctx.workspaceId, thread.id, placed.parts, {
      ...all,
      ...touched(ctx, thread, all, parts.length),
    }),
    thread.state === 'snoozed' && state !== 'snoozed' && dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id)),
  ])
  const whole = await readConversation(ctx, thread.id)
  const opened = thread.state !== 'open' && state === 'open'
  const told = typeof topics === 'function' ? topics(opened) : topics
  if (told.length > 0) {
    const shown = item(presentDelivered(withParts(whole, ids)))
    for (const topic of told)
      ctx.emit(topic, topic === READ ? presentDelivered(withUnread(whole, thread.read_part_id, ids)) : shown)
  }
  return whole
}

/** Whatever happens to a conversation brings it to the top of the lists, but for who reads it. */
function touched(ctx: Ctx, thread: ThreadRow, changes: ThreadChanges, parts: number): ThreadChanges {
  if (parts === 0 && Object.keys(changes).every((column) => column === 'read' || column === 'read_part_id')) return {}
  return { updated_at: ctx.now > thread.updated_at ? ctx.now : thread.updated_at }
}
