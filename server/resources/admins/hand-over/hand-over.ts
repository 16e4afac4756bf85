/**
 * Reassigns the conversations of a removed admin or a deleted team to another assignee, or to nobody. There may be
 * much of it, so a job does it (hand-over.task.ts): conversation by conversation, each in a transaction of its own,
 * with a part and the events that tell of it.
 */
import type { Ctx } from '../../../context.ts'
import type { Db } from '../../../db/pool.ts'
import { enqueueLong } from '../../../queue/enqueue.ts'
import { record } from '../../conversations/record.ts'
import { byAdmin, getBot } from '../../../threads/actors.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import { lockThread } from '../../../threads/queries.ts'
import * as queries from './queries.ts'

export interface Assignee {
  type: 'admin' | 'team'
  id: number
}

export interface HandOverPayload {
  workspace_id: number
  from: Assignee
  to: Assignee | null
}

export const enqueueHandOver = (
  db: Db,
  workspaceId: number,
  from: Assignee,
  to: Assignee | null,
  now: Date,
): Promise<void> =>
  enqueueLong(db, 'hand_over', { workspace_id: workspaceId, from, to } satisfies HandOverPayload, { runAt: now })

/** The new assignee, unless they have been removed in the meantime. */
async function takerOf(ctx: Ctx, to: Assignee | null): Promise<Assignee | null> {
  const found = to && (await findAssignee(ctx.db, ctx.workspaceId, to.type, to.id))
  return found ? to : null
}

const COLUMN = { admin: 'admin_assignee_id', team: 'team_assignee_id' } as const

/** One that somebody still works on: it stays open, or asleep, and tells that it was handed over. */
export async function handOverConversation(ctx: Ctx, id: number, from: Assignee, to: Assignee | null): Promise<void> {
  const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', id)
  if (thread?.[COLUMN[from.type]] !== from.id || thread.state === 'closed') return
  const taker = await takerOf(ctx, to)
  await record(ctx, thread, {
    parts: [
      {
        part_type: 'assignment',
        ...byAdmin(await getBot(ctx.db, ctx.workspaceId)),
        assigned_to_type: taker?.type ?? `nobody_${from.type}`,
        assigned_to_id: taker?.id ?? null,
        created_at: ctx.now,
        ...(thread.state === 'snoozed' && { state: 'snoozed' }),
      },
    ],
    changes: {
      [COLUMN[from.type]]: null,
      ...(taker && { [COLUMN[taker.type]]: taker.id }),
    },
    topics: ['conversation.admin.assigned', ...(thread.state === 'open' ? ['conversation.admin.open.assigned'] : [])],
  })
}

/** Closed conversations and owned contacts change silently, so that they do not come back to the admin. */
export async function handOverRest(ctx: Ctx, from: Assignee, to: Assignee | null): Promise<void> {
  const taker = await takerOf(ctx, to)
  await queries.updateAssignees(ctx.db, ctx.workspaceId, from, taker)
  if (from.type === 'admin')
    await queries.updateOwner(ctx.db, ctx.workspaceId, from.id, taker?.type === 'admin' ? taker.id : null, ctx.now)
}
