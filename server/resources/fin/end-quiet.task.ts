/** Ends sessions whose user was silent after an answer: the question counts as answered. */
import type { Ctx } from '../../context.ts'
import { act } from '../../queue/act.ts'
import { enqueue } from '../../queue/enqueue.ts'
import type { Task } from '../../queue/task.ts'
import { holdSession } from './lock.ts'
import { END_QUIET, finish } from './speak.ts'

interface Payload {
  workspace_id: number
  session_id: number
}

export const endQuietFinSessions: Task = {
  name: END_QUIET,
  run: (deps, { workspace_id, session_id }: Payload) => act(deps, workspace_id, (ctx) => endQuiet(ctx, session_id)),
}

export async function endQuiet(ctx: Ctx, sessionId: number): Promise<void> {
  const held = await holdSession(ctx, sessionId)
  const quietAt = held?.session.quiet_at
  if (!held || !quietAt) return
  if (quietAt <= ctx.now) return finish(ctx, held, { resolution: 'assumed_resolution', rates: true })
  // The clock of this process is behind the one that the job was given its time by.
  const { id, workspace_id } = held.session
  await enqueue(
    ctx.db,
    END_QUIET,
    { workspace_id, session_id: id },
    { runAt: quietAt, key: `fin_quiet:${workspace_id}:${id}` },
  )
}
