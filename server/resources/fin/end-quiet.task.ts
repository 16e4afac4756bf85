/** Ends sessions whose user was silent: after an answer the question counts as answered, after a question it stays open. */
import type { Ctx } from '../../context.ts'
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { holdSession } from './lock.ts'
import { END_QUIET, enqueueEnd, finish, type EndQuietPayload } from './speak.ts'

export const endQuietFinSessions: Task = {
  name: END_QUIET,
  run: (deps, payload: EndQuietPayload) => act(deps, payload.workspace_id, (ctx) => endQuiet(ctx, payload)),
}

async function endQuiet(ctx: Ctx, { session_id, unanswered = false }: EndQuietPayload): Promise<void> {
  const held = await holdSession(ctx, session_id)
  const quiet_at = held?.session.quiet_at
  if (!held || !quiet_at) return
  // The clock of this process is behind the one that the job was given its time by.
  if (quiet_at > ctx.now) return enqueueEnd(ctx, held, { quiet_at, unanswered })
  await finish(
    ctx,
    held,
    unanswered ? { resolution: null, rates: false } : { resolution: 'assumed_resolution', rates: true },
  )
}
