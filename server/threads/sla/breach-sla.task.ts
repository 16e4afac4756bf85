/**
 * Finds that clocks of a thread have run out, when one of them is due. A clock that was settled or moved in the meantime
 * stays as it is; one that is not due by this server's clock is put off. The status of the thread stays as it is, too:
 * it changes with the next reply.
 */
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { insertParts, lockThread } from '../queries.ts'
import { breach } from './course.ts'
import { isFollowed, moveJob, readCourse, writeCourse } from './follow.ts'

export const breachSla: Task = {
  name: 'breach_sla',
  run: (deps, { workspace_id, thread_id }: { workspace_id: number; thread_id: number }) =>
    act(deps, workspace_id, async (ctx) => {
      const thread = await lockThread(ctx.db, workspace_id, 'conversation', thread_id)
      if (!thread || !isFollowed(thread)) return
      const begun = await readCourse(ctx.db, workspace_id, thread, thread.sla)
      const course = breach(begun, ctx.now)
      const { parts } = await writeCourse(ctx, thread, begun, course, thread.state)
      const updated_at = ctx.now > thread.updated_at ? ctx.now : thread.updated_at
      if (parts.length > 0) await insertParts(ctx.db, workspace_id, thread.id, parts, { updated_at })
      for (const clock of course.clocks)
        if (begun.clocks.includes(clock)) await moveJob(ctx.db, workspace_id, thread.id, clock)
    }),
}
