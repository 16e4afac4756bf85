import type { Task } from '../../queue/task.ts'
import { deleteOldExecutions } from './execution-queries.ts'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Execution results are kept for 30 days: longer than health can be asked for. */
export const pruneExecutions: Task = {
  name: 'prune_data_connector_executions',
  long: true,
  every: '17 * * * *',
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_MS)
    while ((await deleteOldExecutions(db, before)) > 0);
  },
}
