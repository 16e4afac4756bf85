/** Words of the agent, and the steps of a session from them to its end. The session must be held. */
import type { Ctx } from '../../context.ts'
import { perform } from '../../http/perform.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { findAssignee } from '../../threads/assignee-queries.ts'
import { lockThread, markContacted } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { runRules } from '../assignment-rules/run.ts'
import type { ResolutionState } from '../conversations/ai-agent.ts'
import { manageConversation } from '../conversations/manage.ts'
import { record } from '../conversations/record.ts'
import { lockConversation } from '../conversations/target.ts'
import { tellRatingRequest, tellReply, tellStatus } from './events.ts'
import { isTakenOver } from './end-taken-over.ts'
import type { Held } from './lock.ts'
import { readSettings } from './settings/queries.ts'
import { change, endEscalated, leaveToTeammates, noteAgent } from './state.ts'

export const END_QUIET = 'end_quiet_fin_sessions'

/** Says something to the user. @param html of harmless tags only */
export async function speak(ctx: Ctx, held: Held, html: string, isAnswer: boolean): Promise<void> {
  const bot = await getBot(ctx.db, ctx.workspaceId)
  const whole = await record(ctx, held.thread, {
    parts: [
      {
        part_type: 'comment',
        ...byAdmin(bot),
        body: html,
        from_ai_agent: true,
        is_ai_answer: isAnswer,
        created_at: ctx.now,
      },
    ],
    changes: {},
    topics: ['conversation.operator.replied'],
  })
  await markContacted(ctx.db, ctx.workspaceId, held.thread.contact_ids, ctx.now)
  const said = whole.conversation_parts.conversation_parts.findLast(({ author }) => author.from_ai_agent)!
  tellReply(ctx, held.session, { id: said.id, body: html })
  await renew(ctx, held)
}

/** Reads the conversation again, after an operation on it. */
async function renew(ctx: Ctx, held: Held): Promise<void> {
  held.thread = (await lockThread(ctx.db, ctx.workspaceId, 'conversation', held.thread.id)) as ThreadRow
}

/** The user's turn. A user who stays silent has no more questions. */
export async function awaitUser(ctx: Ctx, held: Held, { endsWhenQuiet }: { endsWhenQuiet: boolean }): Promise<void> {
  const { quiet_minutes } = await readSettings(ctx.db, ctx.workspaceId)
  const quiet_at = endsWhenQuiet ? new Date(ctx.now.getTime() + quiet_minutes * 60_000) : null
  await change(ctx, held, { status: 'awaiting_user_reply', quiet_at })
  tellStatus(ctx, held.session, 'awaiting_user_reply')
  if (quiet_at) await enqueueEnd(ctx, held, { quiet_at })
}

/** The user's turn after a question of the agent: silence answers nothing. */
export async function askUser(ctx: Ctx, held: Held): Promise<void> {
  await awaitUser(ctx, held, { endsWhenQuiet: false })
  const { quiet_minutes } = await readSettings(ctx.db, ctx.workspaceId)
  await endUnanswered(ctx, held, new Date(ctx.now.getTime() + quiet_minutes * 60_000))
}

/** Ends a session whose question nobody answers until a time, and leaves the question open. */
export async function endUnanswered(ctx: Ctx, held: Held, quiet_at: Date): Promise<void> {
  await change(ctx, held, { quiet_at })
  await enqueueEnd(ctx, held, { quiet_at, unanswered: true })
}

export interface EndQuietPayload {
  workspace_id: number
  session_id: number
  /** True where the agent asked: silence answers nothing. */
  unanswered?: boolean
}

/** Each takes the place of the one before. */
export async function enqueueEnd(
  ctx: Ctx,
  { session: { id, workspace_id } }: Held,
  { quiet_at, unanswered = false }: { quiet_at: Date; unanswered?: boolean },
): Promise<void> {
  const payload: EndQuietPayload = { workspace_id, session_id: id, ...(unanswered && { unanswered }) }
  await enqueue(ctx.db, END_QUIET, payload, { runAt: quiet_at, key: `fin_quiet:${workspace_id}:${id}` })
}

/**
 * Ends the session. Where a teammate took the conversation over, or merged it, it is left to them, and stays as it is.
 * @param resolution null where the question stays open
 * @param rates true if the user may be asked for a rating
 */
export async function finish(
  ctx: Ctx,
  held: Held,
  { resolution, rates }: { resolution: ResolutionState | null; rates: boolean },
): Promise<void> {
  if (await isTakenOver(ctx, held)) return leaveToTeammates(ctx, held)
  if (resolution !== null) {
    await noteAgent(ctx, held, { resolution_state: resolution })
    tellStatus(ctx, held.session, 'resolved')
  }
  await close(ctx, held)
  const settings = await readSettings(ctx.db, ctx.workspaceId)
  const asks = rates && resolution !== null && settings.asks_for_rating && held.session.rating === null
  await change(ctx, held, {
    status: 'complete',
    quiet_at: null,
    ...(asks && {
      rating_asked_at: ctx.now,
      rating_closes_at: new Date(ctx.now.getTime() + settings.rating_hours * 3_600_000),
    }),
  })
  tellStatus(ctx, held.session, 'complete')
  if (asks) tellRatingRequest(ctx, held.session)
}

async function close(ctx: Ctx, held: Held): Promise<void> {
  if (held.thread.state === 'closed') return
  await byBot(ctx, held.thread.id, { message_type: 'close' })
  await renew(ctx, held)
}

/** Hands the conversation over to the teammates that the settings name, else to those of the assignment rules. */
export async function handOver(
  ctx: Ctx,
  held: Held,
  { reason, state = 'escalated' }: { reason: string; state?: ResolutionState },
): Promise<void> {
  await noteAgent(ctx, held, { resolution_state: state })
  await route(ctx, held.thread.id)
  await renew(ctx, held)
  await endEscalated(ctx, held, reason)
}

/** Assigns a conversation that needs a human. */
export async function route(ctx: Ctx, threadId: number): Promise<void> {
  const { assignee_type: type, assignee_id } = await readSettings(ctx.db, ctx.workspaceId)
  const kind = type as 'admin' | 'team' | null
  const isThere =
    kind !== null &&
    assignee_id !== null &&
    (await findAssignee(ctx.db, ctx.workspaceId, kind, assignee_id)) !== undefined
  if (isThere) await byBot(ctx, threadId, { message_type: 'assignment', type, assignee_id })
  else await runRules(ctx, threadId, () => lockConversation(ctx, String(threadId)))
}

export async function byBot(ctx: Ctx, threadId: number, body: object): Promise<void> {
  const { id: admin_id } = await getBot(ctx.db, ctx.workspaceId)
  await perform(manageConversation, ctx, {
    params: { conversation_id: String(threadId) },
    body: { ...body, admin_id },
  })
}
