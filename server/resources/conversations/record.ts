/**
 * Writes what happened to a conversation: its parts, what they change, and the events that tell of
 * it. The conversation must be locked.
 */
import type { Ctx } from '../../context.ts'
import type { Snapshot } from '../../events/emit.ts'
import { dequeue } from '../../queue/enqueue.ts'
import { insertParts } from '../../threads/queries.ts'
import type { NewPart, ThreadChanges, ThreadRow } from '../../threads/thread.ts'
import { readConversation, withParts, type WholeConversation } from './read.ts'
import { wakeKey } from './wake.ts'

export interface Occurrence {
  parts: Omit<NewPart, 'state'>[]
  changes: ThreadChanges
  topics: string[]
  /** What the events tell of, where it is not the conversation alone. */
  item?: (conversation: WholeConversation) => Snapshot
}

/** @returns the conversation as it is then */
export async function record(
  ctx: Ctx,
  thread: ThreadRow,
  { parts, changes, topics, item = (conversation) => conversation }: Occurrence,
): Promise<WholeConversation> {
  const state = changes.state ?? thread.state
  const [ids] = await Promise.all([
    insertParts(
      ctx.db,
      ctx.workspaceId,
      thread.id,
      parts.map((part) => ({ ...part, state })),
      { ...changes, ...touched(ctx, thread, changes, parts.length) },
    ),
    thread.state === 'snoozed' && state !== 'snoozed' && dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id)),
  ])
  const whole = await readConversation(ctx, thread.id)
  if (topics.length > 0) {
    const told = item(withParts(whole, ids))
    for (const topic of topics) ctx.emit(topic, told)
  }
  return whole
}

/** Whatever happens to a conversation brings it to the top of the lists, but for who reads it. */
function touched(ctx: Ctx, thread: ThreadRow, changes: ThreadChanges, parts: number): ThreadChanges {
  if (parts === 0 && Object.keys(changes).every((column) => column === 'read')) return {}
  return { updated_at: ctx.now > thread.updated_at ? ctx.now : thread.updated_at }
}
