/** State of a session, and of the agent in its conversation. The session must be held. */
import type { Ctx } from '../../context.ts'
import { updateThread } from '../../threads/queries.ts'
import type { AiAgentState } from '../conversations/ai-agent.ts'
import { tellStatus } from './events.ts'
import type { Held } from './lock.ts'
import { updateSession, type SessionChanges } from './queries.ts'

export const newAgentState = (source_type: AiAgentState['source_type'], title: string | null): AiAgentState => ({
  source_type,
  source_title: title,
  last_answer_type: null,
  resolution_state: null,
  rating: null,
  rating_remark: null,
  created_at: null,
  updated_at: null,
  sources: [],
})

/** True for a session in which the agent says no more, unless it begins anew. */
export const isOver = ({ status }: Pick<Held['session'], 'status'>): boolean =>
  status === 'escalated' || status === 'complete'

/** Changes what the conversation tells of the agent. */
export async function noteAgent(ctx: Ctx, held: Held, changes: Partial<AiAgentState>): Promise<void> {
  const before = (held.thread.ai_agent as AiAgentState | null) ?? newAgentState('profile', null)
  const ai_agent = { ...before, ...changes }
  await updateThread(ctx.db, ctx.workspaceId, held.thread.id, { ai_agent })
  held.thread = { ...held.thread, ai_agent }
}

export async function change(ctx: Ctx, held: Held, changes: SessionChanges): Promise<void> {
  const all = { ...changes, updated_at: ctx.now }
  await updateSession(ctx.db, ctx.workspaceId, held.session.id, all)
  held.session = { ...held.session, ...all }
}

/** Ends the session for teammates to go on. */
export async function endEscalated(ctx: Ctx, held: Held, reason: string): Promise<void> {
  await change(ctx, held, { status: 'escalated', quiet_at: null })
  tellStatus(ctx, held.session, 'escalated', reason)
  tellStatus(ctx, held.session, 'complete')
}

/** Ends the session of a conversation that has its teammate: it stays as they left it. */
export async function leaveToTeammates(ctx: Ctx, held: Held, reason = 'Routed to team'): Promise<void> {
  await noteAgent(ctx, held, { resolution_state: 'escalated' })
  await endEscalated(ctx, held, reason)
}
