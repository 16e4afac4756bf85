/** Hands sessions over to teammates whose procedure was deleted. */
import { act } from '../../queue/act.ts'
import { checkStopping, type Task } from '../../queue/task.ts'
import type { Ctx } from '../../context.ts'
import { holdSession } from '../fin/lock.ts'
import { isOver } from '../fin/state.ts'
import { leaveOrHandOver } from './session-of-run.ts'

export const HAND_OVER = 'hand_over_fin_sessions'

export interface HandOverPayload {
  workspace_id: number
  /** With the number of the last message of the user: the agent answers later ones. */
  sessions: { id: number; turn: number }[]
}

/** Each session in a transaction of its own; one that is over is left alone, so that a job may run twice. */
export const handOverFinSessions: Task = {
  name: HAND_OVER,
  long: true,
  async run(deps, { workspace_id, sessions }: HandOverPayload) {
    for (const session of sessions) {
      checkStopping(deps)
      await act(deps, workspace_id, (ctx) => handOver(ctx, session))
    }
  },
}

async function handOver(ctx: Ctx, { id, turn }: HandOverPayload['sessions'][0]): Promise<void> {
  const held = await holdSession(ctx, id)
  if (held && !isOver(held.session) && held.session.turn === turn) await leaveOrHandOver(ctx, held)
}
