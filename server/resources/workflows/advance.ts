/**
 * One run of a workflow, step by step. A step and its effect are one transaction with the step's row, so that a process
 * that dies, or a job that runs twice, does no step twice. A data connector is called outside of any transaction, with
 * a key by which its receiver recognises a call that is repeated.
 */
import type { Ctx } from '../../context.ts'
import { ApiError } from '../../http/errors.ts'
import { act } from '../../queue/act.ts'
import { checkStopping, type TaskDeps } from '../../queue/task.ts'
import { noSecrets } from '../../secrets.ts'
import { isMerged, refuseMerged } from '../../threads/merged.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { insertExecution } from '../data-connectors/execution-queries.ts'
import { ask, keepAnswer, takeAnswer } from './ask.ts'
import { fillBody } from './bodies.ts'
import { callConnector } from './call-connector.ts'
import { testConversation } from '../conversations/conditions.ts'
import { isOver, leaveToTeammates } from '../fin/state.ts'
import { abandonRun, endConsultation } from '../procedures/abandon-run.ts'
import { holdForRun, completeProcedure, interruptProcedure } from '../procedures/session-of-run.ts'
import { endProcedureWait } from '../procedures/end-wait.ts'
import type { ProcedureStep } from '../procedures/steps.ts'
import { takeProcedureStep } from '../procedures/take-step.ts'
import { readOutputs } from './outputs.ts'
import { performStep } from './perform-step.ts'
import { holdRun } from './lock.ts'
import { endRun, insertStep, updateRun, type DoneStep, type Run } from './run-queries.ts'
import type { WorkflowStep } from './steps.ts'
import { knownTo } from './values.ts'
import { beginWait, endWait } from './wait.ts'

type ConnectorStep = Extract<WorkflowStep, { type: 'run_connector' }> & { outputs?: Record<string, string> }

type AskStep = Extract<WorkflowStep, { type: 'ask' }>

/** `again`: there may be more to do; `call`: a data connector is to be called first. */
type Progress = { next: 'stop' } | { next: 'again' } | { next: 'call'; run: Run; step: ConnectorStep }

/** @param token the run's, as the job was given it: another one does nothing */
export async function advance(deps: TaskDeps, workspaceId: number, runId: number, token: number): Promise<void> {
  for (;;) {
    checkStopping(deps)
    const progress = await attempt(deps, workspaceId, runId, token)
    if (progress.next === 'stop') return
    if (progress.next === 'call') await call(deps, workspaceId, progress.run, progress.step)
  }
}

/**
 * Does the next step. One that is refused is taken back, and noted as failed in another transaction. A refusal between
 * steps, at the end of a wait or of the run, would come again and again: it ends the run.
 */
async function attempt(deps: TaskDeps, workspaceId: number, runId: number, token: number): Promise<Progress> {
  let progress: Progress = { next: 'stop' }
  const attempted: Attempted = { step: 0, inStep: false }
  const go = (work: Work) =>
    act(
      deps,
      workspaceId,
      async (ctx) => {
        progress = await within(ctx, runId, token, work)
      },
      { workflowRunId: runId },
    )
  try {
    await go((ctx, run, thread) => doNext(ctx, run, thread, attempted))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await go(async (ctx, run, thread) => {
      // Another job of the same token was quicker, and has noted the failure.
      if (run.step !== attempted.step) return { next: 'stop' }
      if (!attempted.inStep) return giveUp(ctx, run, thread, error.code)
      if (thread && run.state === 'waiting' && isAsking(run)) await keepAnswer(ctx, run, thread)
      return finishStep(ctx, run, { outcome: 'failed', error: error.code })
    })
  }
  return progress
}

/** The run and its conversation are held; a conversation that was deleted is undefined. */
type Work = (ctx: Ctx, run: Run, thread: ThreadRow | undefined) => Promise<Progress>

async function within(ctx: Ctx, runId: number, token: number, work: Work): Promise<Progress> {
  const { run, thread } = await holdRun(ctx, runId)
  return run && run.state !== 'ended' && run.token === token ? work(ctx, run, thread) : { next: 'stop' }
}

/** The next step alone, in a transaction that is open: it is not taken back where it is refused. */
export const advanceOnce = (ctx: Ctx, runId: number, token: number): Promise<Progress> =>
  within(ctx, runId, token, (held, run, thread) => doNext(held, run, thread, { step: run.step, inStep: false }))

/** `step`: the run's place. `inStep`: true once the step there is being taken. */
interface Attempted {
  step: number
  inStep: boolean
}

async function doNext(ctx: Ctx, run: Run, thread: ThreadRow | undefined, attempted: Attempted): Promise<Progress> {
  attempted.step = run.step
  if (!thread) return end(ctx, run, 'gone')
  refuseMerged(thread)
  if (run.session_id !== null) return advanceProcedure(ctx, run, thread, attempted)
  const steps = run.steps as WorkflowStep[]
  if (run.state === 'waiting' && isAsking(run)) {
    attempted.inStep = true
    return takeAnswerOf(ctx, run, thread, steps[run.step] as AskStep)
  }
  if (run.state === 'waiting') {
    const wait = await endWait(ctx, run, thread)
    if (wait !== 'over') return wait === 'early' ? { next: 'stop' } : end(ctx, run, 'interrupted')
  } else if (run.step === 0 && !(await holds(ctx, thread, run.conditions))) return end(ctx, run, 'not_matched')
  const step = steps[run.step]
  if (!step) return end(ctx, run, 'completed')
  attempted.inStep = true
  return takeStep(ctx, run, thread, step)
}

/** The steps of a procedure have effects of their own; that each is done once is the same. */
async function advanceProcedure(ctx: Ctx, run: Run, thread: ThreadRow, attempted: Attempted): Promise<Progress> {
  const held = await holdForRun(ctx, run, thread)
  if (!held) return end(ctx, run, 'gone')
  if (isOver(held.session)) {
    await abandonRun(ctx, run, held.session.status)
    return { next: 'stop' }
  }
  if (run.state === 'waiting') {
    const wait = await endProcedureWait(ctx, run, held)
    if (wait !== 'interrupted') return { next: wait === 'early' ? 'stop' : 'again' }
    await interruptProcedure(ctx, run, held)
    return end(ctx, run, 'interrupted')
  }
  const step = (run.steps as ProcedureStep[])[run.step]
  if (!step) {
    await completeProcedure(ctx, held)
    return end(ctx, run, 'completed')
  }
  attempted.inStep = true
  if (!(await holds(ctx, thread, step.if))) return finishStep(ctx, run, { outcome: 'skipped', error: null })
  if (step.type === 'run_connector') return { next: 'call', run, step }
  const taken = await takeProcedureStep(ctx, run, held, step)
  if (taken === 'done') return finishStep(ctx, run, { outcome: 'done', error: null })
  await insertStep(ctx.db, ctx.workspaceId, run.id, { step: run.step, outcome: 'done', error: null }, ctx.now)
  return taken === 'ends' ? end(ctx, run, 'completed') : { next: 'stop' }
}

async function holds(ctx: Ctx, { id }: ThreadRow, condition: unknown): Promise<boolean> {
  const [met] = await testConversation(ctx, id, [condition ?? null])
  return met!
}

async function takeStep(ctx: Ctx, run: Run, thread: ThreadRow, given: WorkflowStep): Promise<Progress> {
  if (!(await holds(ctx, thread, given.if))) return finishStep(ctx, run, { outcome: 'skipped', error: null })
  const step = await fillStep(ctx, run, given)
  if (step.type === 'run_connector') return { next: 'call', run, step }
  if (step.type === 'wait') {
    await insertStep(ctx.db, ctx.workspaceId, run.id, { step: run.step, outcome: 'done', error: null }, ctx.now)
    await beginWait(ctx, run, thread, step)
    return { next: 'stop' }
  }
  if (step.type === 'ask') {
    await ask(ctx, run, thread, step)
    return { next: 'stop' }
  }
  const changed = await performStep(ctx, thread, step)
  return finishStep(ctx, run, { outcome: changed ? 'done' : 'skipped', error: null })
}

async function fillStep(ctx: Ctx, run: Run, step: WorkflowStep): Promise<WorkflowStep> {
  if (step.type !== 'reply' && step.type !== 'ask') return step
  return { ...step, body: fillBody(step.body, await knownTo(ctx.db, ctx.workspaceId, run)) }
}

/** A question is a step until it is answered. */
async function takeAnswerOf(ctx: Ctx, run: Run, thread: ThreadRow, step: AskStep): Promise<Progress> {
  const found = await takeAnswer(ctx, run, thread, step)
  if (found === 'again') await ask(ctx, run, thread, (await fillStep(ctx, run, step)) as AskStep, true)
  if (found === 'early' || found === 'again') return { next: 'stop' }
  if (found === 'answered') return finishStep(ctx, run, { outcome: 'done', error: null })
  await insertStep(ctx.db, ctx.workspaceId, run.id, { step: run.step, outcome: 'done', error: null }, ctx.now)
  return end(ctx, run, found)
}

const isAsking = ({ waits_from }: Run): boolean => 'question' in (waits_from as object)

async function finishStep(ctx: Ctx, run: Run, done: Omit<DoneStep, 'step'>): Promise<Progress> {
  await insertStep(ctx.db, ctx.workspaceId, run.id, { step: run.step, ...done }, ctx.now)
  await updateRun(ctx.db, ctx.workspaceId, run.id, { state: 'running', step: run.step + 1, due_at: null })
  return { next: 'again' }
}

/** Ends a run that an error keeps from going on. The session of a procedure is left to teammates. */
async function giveUp(ctx: Ctx, run: Run, thread: ThreadRow | undefined, error: string): Promise<Progress> {
  const held = thread && run.session_id !== null && (await holdForRun(ctx, run, thread))
  if (held) {
    await endConsultation(ctx, run, isMerged(thread) ? 'merged' : 'failed')
    if (!isOver(held.session)) await leaveToTeammates(ctx, held)
  }
  await updateRun(ctx.db, ctx.workspaceId, run.id, { error })
  return end(ctx, run, 'interrupted')
}

async function end(ctx: Ctx, run: Run, outcome: string): Promise<Progress> {
  await endRun(ctx.db, ctx.workspaceId, run.id, outcome, ctx.now)
  return { next: 'stop' }
}

/** The result is written with the step; where another process was quicker, it is let go. */
async function call(deps: TaskDeps, workspaceId: number, run: Run, step: ConnectorStep): Promise<void> {
  const { db, secrets = noSecrets, reach = 'public', clock } = deps
  const outcome = await callConnector({ db, secrets, reach }, workspaceId, run, step)
  await act(deps, workspaceId, async (ctx) => {
    const { run: now } = await holdRun(ctx, run.id)
    if (!now || now.state === 'ended' || now.token !== run.token || now.step !== run.step) return
    if ('refused' in outcome) return void (await finishStep(ctx, now, { outcome: 'failed', error: outcome.refused }))
    await insertExecution(ctx.db, workspaceId, {
      ...outcome.executed,
      connector_id: outcome.connectorId,
      source_type: run.session_id === null ? 'workflow' : 'fin',
      source_id: run.workflow_id,
      conversation_id: run.thread_id,
      created_at: clock.now(),
    })
    const { success, error_type, response_body } = outcome.executed
    const found = success && step.outputs ? readOutputs(step.outputs, response_body) : {}
    if (Object.keys(found).length > 0)
      await updateRun(ctx.db, workspaceId, run.id, { variables: { ...(now.variables as object), ...found } })
    await finishStep(ctx, now, { outcome: success ? 'done' : 'failed', error: error_type })
  })
}
