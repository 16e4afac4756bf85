/** Messages of the user to the agent: each is a row, and a job that finds the answer. */
import type { Ctx } from '../../context.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { flagsOf } from '../../queue/shares.ts'
import { saidAt, type MessageInput } from './inputs.ts'
import type { Held } from './lock.ts'
import { insertTurn } from './queries.ts'
import { change } from './state.ts'

export const ANSWER_TURN = 'answer_fin_turn'

/** Notes the message of a contact; the words are in the conversation. @returns its number */
export async function noteTurn(ctx: Ctx, held: Held, message: MessageInput, contactId: string): Promise<number> {
  const number = held.session.turn + 1
  await insertTurn(ctx.db, ctx.workspaceId, {
    session_id: held.session.id,
    number,
    contact_id: contactId,
    body: message.body,
    said_at: saidAt(message, 'message'),
    created_at: ctx.now,
  })
  await change(ctx, held, { turn: number, status: 'thinking', quiet_at: null })
  return number
}

export async function askAgent(ctx: Ctx, { session }: Held, number: number): Promise<void> {
  const payload = { workspace_id: ctx.workspaceId, session_id: session.id, turn: number }
  await enqueue(ctx.db, ANSWER_TURN, payload, { runAt: ctx.now, flags: flagsOf(ctx.workspaceId) })
}
