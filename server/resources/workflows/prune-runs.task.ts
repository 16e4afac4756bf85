import type { Task } from '../../queue/task.ts'
import { deleteOldRuns } from './run-queries.ts'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Runs are kept for 30 days after their end. */
export const pruneWorkflowRuns: Task = {
  name: 'prune_workflow_runs',
  long: true,
  every: '27 * * * *',
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_MS)
    while ((await deleteOldRuns(db, before)) > 0);
  },
}
