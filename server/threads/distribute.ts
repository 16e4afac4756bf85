/**
 * Distribution of conversations among the members of a team. A conversation that comes to a team is given to a member
 * in the same write (follow-ups.ts); where nobody is free it waits in the team's inbox, and a job gives it to whoever
 * is free later (resources/teams/distribute-waiting.task.ts).
 */
import type { Ctx } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { enqueue } from '../queue/enqueue.ts'
import { byAdmin, getBot } from './actors.ts'
import * as queries from './distribution-queries.ts'
import type { UnplacedPart } from './placed.ts'
import type { ThreadRow } from './thread.ts'

/**
 * The write that frees a member and the one that finds nobody free both enqueue the job: the one that commits last is
 * the one whose job sees both.
 */
export const enqueueDistribution = (db: Db, workspaceId: number, now: Date): Promise<void> =>
  enqueue(
    db,
    'distribute_waiting',
    { workspace_id: workspaceId },
    { runAt: now, key: `distribute_waiting:${workspaceId}` },
  )

/** @returns the member whose turn it is; undefined if nobody is free, or others have waited longer */
export async function nextMember(ctx: Ctx, threadId: number, teamId: number): Promise<number | undefined> {
  const { db, workspaceId, now } = ctx
  if (!(await queries.sharesOut(db, workspaceId, teamId))) return undefined
  await queries.lockDistribution(db, workspaceId)
  const waits = await queries.hasWaiting(db, workspaceId, teamId, threadId)
  const member = waits ? undefined : await queries.takeTurn(db, workspaceId, teamId, threadId, 'any')
  if (member === undefined) await enqueueDistribution(db, workspaceId, now)
  return member
}

/** The part that tells of it is the bot's. */
export const givenTo = async (ctx: Ctx, adminId: number): Promise<UnplacedPart> => ({
  part_type: 'assignment',
  ...byAdmin(await getBot(ctx.db, ctx.workspaceId)),
  assigned_to_type: 'admin',
  assigned_to_id: adminId,
  created_at: ctx.now,
})

/** Enqueues the job where a change of a conversation leaves its admin with one open conversation less. */
export async function tellOfFreed(ctx: Ctx, before: ThreadRow, after: ThreadRow | null): Promise<void> {
  const admin = workerOf(before)
  if (admin === null || (after && workerOf(after) === admin)) return
  if (await queries.isInSharedTeam(ctx.db, ctx.workspaceId, admin))
    await enqueueDistribution(ctx.db, ctx.workspaceId, ctx.now)
}

/** The admin whose limit it counts for: tickets and snoozed conversations count for none. */
const workerOf = (thread: ThreadRow): number | null =>
  isShareable(thread) && thread.state === 'open' ? thread.admin_assignee_id : null

/** True for conversations; tickets are assigned by hand. */
export const isShareable = ({ kind, ticket_type_id }: ThreadRow): boolean =>
  kind === 'conversation' && ticket_type_id === null
