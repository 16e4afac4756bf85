/** Hands over what was assigned to an admin who was removed, or to a team that was deleted. */
import { handOverConversation, handOverRest, type HandOverPayload } from './hand-over.ts'
import { listAssigned } from './queries.ts'
import { act } from '../../../queue/act.ts'
import { checkStopping, type Task } from '../../../queue/task.ts'

const BATCH = 200

/**
 * A restarted job continues where it stopped, since conversations handed over are no longer assigned to the old
 * assignee.
 */
export const handOver: Task = {
  name: 'hand_over',
  long: true,
  async run(deps, { workspace_id, from, to }: HandOverPayload) {
    for (let after = 0; ;) {
      const ids = await listAssigned(deps.db, workspace_id, from, { after, limit: BATCH })
      for (const id of ids) {
        checkStopping(deps)
        await act(deps, workspace_id, (ctx) => handOverConversation(ctx, id, from, to))
      }
      if (ids.length < BATCH) break
      after = ids.at(-1)!
    }
    await act(deps, workspace_id, (ctx) => handOverRest(ctx, from, to))
  },
}
