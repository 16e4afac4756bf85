/**
 * Gives conversations that wait in the inboxes of teams to members who are free: first to primary members of all
 * teams, then to secondary ones. Each is assigned in a transaction of its own, which looks again.
 */
import type { Ctx } from '../../context.ts'
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { givenTo, isShareable } from '../../threads/distribute.ts'
import {
  listWaiting,
  lockDistribution,
  takeTurn,
  type Level,
  type Waiting,
} from '../../threads/distribution-queries.ts'
import { lockThread } from '../../threads/queries.ts'
import { record } from '../conversations/record.ts'
import { findAssigningRun } from '../workflows/cause-queries.ts'

const BATCH = 100

export const distributeWaiting: Task = {
  name: 'distribute_waiting',
  async run(deps, { workspace_id }: { workspace_id: number }) {
    for (const level of ['primary', 'any'] as const) {
      const full = new Set<number>()
      for (;;) {
        const waiting = await listWaiting(deps.db, workspace_id, [...full], BATCH)
        if (waiting.length === 0) break
        for (const one of waiting)
          if (!full.has(one.team_id)) {
            const workflowRunId = await findAssigningRun(deps.db, workspace_id, one.id)
            const give = async (ctx: Ctx) => {
              if (!(await assignWaiting(ctx, one, level))) full.add(one.team_id)
            }
            await act(deps, workspace_id, give, { workflowRunId })
          }
      }
    }
  },
}

/** @returns false if no member of the team is free */
async function assignWaiting(ctx: Ctx, { id, team_id }: Waiting, level: Level): Promise<boolean> {
  const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', id)
  const waits = thread?.team_assignee_id === team_id && thread.admin_assignee_id === null && thread.state === 'open'
  if (!waits || !isShareable(thread)) return true
  await lockDistribution(ctx.db, ctx.workspaceId)
  const member = await takeTurn(ctx.db, ctx.workspaceId, team_id, id, level)
  if (member === undefined) return false
  await record(ctx, thread, {
    parts: [await givenTo(ctx, member)],
    changes: {},
    topics: ['conversation.admin.assigned', 'conversation.admin.open.assigned'],
  })
  return true
}
