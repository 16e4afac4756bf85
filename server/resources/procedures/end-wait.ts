/** Waits of procedures: for the reply of the user, or for the input of a teammate. */
import type { Ctx } from '../../context.ts'
import { bodyToText } from '../../html.ts'
import type { Held } from '../fin/lock.ts'
import { wasTakenOver } from '../../threads/taken-over.ts'
import { findTurn, markAnswered } from '../fin/queries.ts'
import { insertHitlEvents } from '../hitl-events/queries.ts'
import { updateRun, type Run } from '../workflows/run-queries.ts'
import { enqueueWake } from '../workflows/wait.ts'
import { consultationOf } from './consultation.ts'
import { findRequest } from './request-queries.ts'

type WaitsFrom = { for: 'reply'; turn: number; save_as: string } | { for: 'input' }

/** A user who does not reply within a week is not waited for. */
const LONGEST_REPLY_MS = 7 * 86_400_000

export const beginReplyWait = (ctx: Ctx, run: Run, { session }: Held, save_as: string) =>
  beginWait(ctx, run, { for: 'reply', turn: session.turn, save_as }, new Date(ctx.now.getTime() + LONGEST_REPLY_MS))

export async function beginWait(ctx: Ctx, run: Run, waits_from: WaitsFrom, due_at: Date): Promise<void> {
  const token = run.token + 1
  await updateRun(ctx.db, ctx.workspaceId, run.id, { state: 'waiting', step: run.step + 1, due_at, token, waits_from })
  await enqueueWake(ctx, { id: run.id, token }, due_at)
}

/** @returns `early` where it goes on waiting */
export async function endProcedureWait(ctx: Ctx, run: Run, held: Held): Promise<'early' | 'over' | 'interrupted'> {
  const waits = run.waits_from as WaitsFrom
  // A teammate who was asked for input may well work on the conversation meanwhile.
  if (waits.for === 'reply' && (await wasTakenOver(ctx.db, ctx.workspaceId, run.thread_id))) return 'interrupted'
  const found = waits.for === 'reply' ? await replyOf(ctx, held, waits) : await inputOf(ctx, run)
  if (found) {
    const variables = { ...(run.variables as object), ...found }
    await updateRun(ctx.db, ctx.workspaceId, run.id, { state: 'running', due_at: null, variables })
    return 'over'
  }
  if (run.due_at! <= ctx.now) return 'interrupted'
  await enqueueWake(ctx, run, run.due_at!)
  return 'early'
}

/** The last message of the user since the question. */
async function replyOf(
  ctx: Ctx,
  { session }: Held,
  { turn, save_as }: Extract<WaitsFrom, { for: 'reply' }>,
): Promise<Record<string, unknown> | undefined> {
  if (session.turn <= turn) return undefined
  const said = await findTurn(ctx.db, ctx.workspaceId, session.id, session.turn)
  await markAnswered(ctx.db, ctx.workspaceId, session.id, session.turn, ctx.now)
  return said && { [save_as]: bodyToText(said.body) }
}

/** The consultation is told of once it has ended. */
async function inputOf(ctx: Ctx, run: Run): Promise<Record<string, unknown> | undefined> {
  const request = await findRequest(ctx.db, ctx.workspaceId, run.id, run.step - 1)
  if (!request?.input) return undefined
  await insertHitlEvents(ctx.db, ctx.workspaceId, run.thread_id, consultationOf(request, run.message))
  return request.input as Record<string, unknown>
}
