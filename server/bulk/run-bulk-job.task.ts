/**
 * Does what a bulk job still has to do: its tasks in order, the items of each one by one, each in a
 * transaction of its own. It may run twice, at the same time or after it was cut off: an item is
 * done by whoever gets it, and by nobody else.
 */
import type { Ctx } from '../context.ts'
import { isOutage, isTied } from '../db/unavailable.ts'
import { ApiError } from '../http/errors.ts'
import type { Actions } from './job.ts'
import { completeTask, listOpenTasks, refuseItem, startTask, takeItem, type OpenTask } from './work-queries.ts'
import { act } from '../queue/act.ts'
import { checkStopping, type Task, type TaskDeps } from '../queue/task.ts'

export interface RunBulkJobPayload {
  workspace_id: number
  job_id: number
}

/** An item's change, as one of its owner's operations makes it. */
type ItemAction = (ctx: Ctx, details: any) => Promise<unknown>
/** By resource and action: each owner gives its own. */
export type BulkItems = { [R in keyof Actions]: Record<Actions[R], ItemAction> }

/** Functions that run in the transaction that refuses an item; by resource and action. */
export type ItemRefusals = {
  [R in keyof Actions]?: Partial<Record<Actions[R], (ctx: Ctx, jobId: number) => Promise<void>>>
}

export const runBulkJob = (items: BulkItems, refusals: ItemRefusals = {}): Task => ({
  name: 'run_bulk_job',
  long: true,
  async run(deps, { workspace_id, job_id }: RunBulkJobPayload) {
    const { db, clock } = deps
    const unforeseen: unknown[] = []
    for (const task of await listOpenTasks(db, workspace_id, job_id)) {
      for (const position of await startTask(db, workspace_id, task.id, clock.now())) {
        checkStopping(deps)
        const error = await attempt(() => doItem(deps, items, workspace_id, task, position))
        if (error === undefined) continue
        if (!(error instanceof ApiError)) unforeseen.push(error)
        await act(deps, workspace_id, async (ctx) => {
          await refuseItem(ctx.db, workspace_id, task.id, position, error instanceof ApiError ? error : UNFORESEEN)
          const follows: Record<string, (ctx: Ctx, jobId: number) => Promise<void>> = refusals[task.resource] ?? {}
          await follows[task.action]?.(ctx, job_id)
        })
      }
      await completeTask(db, workspace_id, task.id, clock.now())
    }
    // Everything is done; the worker's log hears of what nobody expected.
    if (unforeseen.length > 0) throw unforeseen[0]
  },
})

const UNFORESEEN = { code: 'server_error', message: 'Something went wrong' }

const doItem = (deps: TaskDeps, items: BulkItems, workspaceId: number, task: OpenTask, position: number) =>
  act(
    deps,
    workspaceId,
    async (ctx) => {
      const details = await takeItem(ctx.db, workspaceId, task.id, position)
      const actions: Record<string, ItemAction> = items[task.resource]
      if (details) await actions[task.action]!(ctx, details)
    },
    { adminId: task.admin_id },
  )

/**
 * @returns the refusal of the item itself
 * @throws where the database cannot be asked now: the worker tries again later
 */
async function attempt(work: () => Promise<void>): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await work())
    } catch (error) {
      if (!isOutage(error) && !isTied(error)) return error
      if (tries === 5 || !isTied(error)) throw error
    }
  }
}
