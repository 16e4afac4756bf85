/** Hands sessions whose procedure was deleted over to teammates, or has them end by themselves if the user stays silent. */
import { act } from '../../queue/act.ts'
import { checkStopping, type Task } from '../../queue/task.ts'
import type { Ctx } from '../../context.ts'
import { holdSession } from '../fin/lock.ts'
import { endUnanswered } from '../fin/speak.ts'
import { isOver } from '../fin/state.ts'
import { leaveOrHandOver } from './session-of-run.ts'

export const HAND_OVER = 'hand_over_fin_sessions'

export interface HandOverPayload {
  workspace_id: number
  /** With the number of the last message of the user: the agent answers later ones. */
  sessions: {
    id: number
    turn: number
    /** The end of the wait for a user, as ISO 8601 text; absent where nobody waits for one. */
    awaited_until?: string
  }[]
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

async function handOver(ctx: Ctx, { id, turn, awaited_until }: HandOverPayload['sessions'][0]): Promise<void> {
  const held = await holdSession(ctx, id)
  if (!held || isOver(held.session) || held.session.turn !== turn) return
  if (awaited_until === undefined) await leaveOrHandOver(ctx, held)
  else if (!held.run && !held.session.quiet_at) await endUnanswered(ctx, held, new Date(awaited_until))
}
