/**
 * Questions of runs: the bot asks, and the run waits until the contact answers or the time is over. The answer is the
 * run's message from then on, and the value of an attribute where the step names one. Words that are none of the options
 * get the question once more, and the second time count as no answer. A teammate who takes the conversation over, or
 * another assignee, ends the run.
 */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { bodyToText } from '../../html.ts'
import { perform } from '../../http/perform.ts'
import { wasTakenOver } from '../../threads/taken-over.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { replyToConversation } from '../conversations/reply.ts'
import { updateConversation } from '../conversations/update.ts'
import { claimAnswer, takes } from './answers.ts'
import { updateRun, type Run } from './run-queries.ts'
import type { WorkflowStep } from './steps.ts'
import { enqueueWake, waitFrom, type WaitsFrom } from './wait.ts'

type Ask = Extract<WorkflowStep, { type: 'ask' }>

const USUAL_SECONDS = 86_400

export async function ask(
  ctx: Ctx,
  run: Run,
  thread: ThreadRow,
  { body, options, seconds }: Ask,
  isAgain = false,
): Promise<void> {
  const choices = options?.map((text) => ({ text, uuid: randomUUID() }))
  await perform(replyToConversation, ctx, {
    params: { conversation_id: String(thread.id) },
    body: {
      type: 'admin',
      message_type: choices ? 'quick_reply' : 'comment',
      body,
      ...(choices && { reply_options: choices }),
      admin_id: ctx.actor.adminId,
      skip_unsnooze: true,
    },
  })
  const due = new Date(ctx.now.getTime() + (seconds ?? USUAL_SECONDS) * 1000)
  const uuids = choices?.map(({ uuid }) => uuid) ?? []
  const waits_from = { ...(await waitFrom(ctx, thread)), question: true, again: isAgain, choices: uuids }
  const token = run.token + 1
  await updateRun(ctx.db, ctx.workspaceId, run.id, { state: 'waiting', due_at: due, token, waits_from })
  await enqueueWake(ctx, { id: run.id, token }, due)
}

/**
 * @returns `early` where the run waits on, `again` where the question is to be asked once more
 * @throws where the answer is no value of the attribute
 */
export async function takeAnswer(
  ctx: Ctx,
  run: Run,
  thread: ThreadRow,
  { attribute, options }: Ask,
): Promise<'early' | 'again' | 'answered' | 'interrupted' | 'unanswered'> {
  const { part, admin, team, again } = run.waits_from as WaitsFrom & { again?: boolean }
  const reassigned = thread.admin_assignee_id !== admin || thread.team_assignee_id !== team
  if (reassigned || (await wasTakenOver(ctx.db, ctx.workspaceId, thread.id, part))) return 'interrupted'
  const answer = await claimAnswer(ctx, thread.id, run.id)
  if (answer === undefined) {
    if (run.due_at! <= ctx.now) return 'unanswered'
    await enqueueWake(ctx, run, run.due_at!)
    return 'early'
  }
  const { body } = answer
  if (!takes(options, body)) return again ? 'unanswered' : 'again'
  if (attribute !== undefined)
    await perform(updateConversation, ctx, {
      params: { conversation_id: String(thread.id) },
      body: { custom_attributes: { [attribute]: bodyToText(body) }, admin_id: ctx.actor.adminId },
    })
  await updateRun(ctx.db, ctx.workspaceId, run.id, { message: body })
  return 'answered'
}

/** An answer that is no value of the attribute is the run's message all the same. */
export async function keepAnswer(ctx: Ctx, run: Run, thread: ThreadRow): Promise<void> {
  const answer = await claimAnswer(ctx, thread.id, run.id)
  if (answer) await updateRun(ctx.db, ctx.workspaceId, run.id, { message: answer.body })
}
