/** Takes runs of workflows as far as they go: to a wait, or to their end. */
import type { Task } from '../../queue/task.ts'
import { advance } from './advance.ts'

export const ADVANCE = 'advance_workflow_runs'

export interface AdvancePayload {
  workspace_id: number
  runs: { id: number; token: number }[]
}

export const advanceWorkflowRuns: Task = {
  name: ADVANCE,
  sharing: true,
  async run(deps, { workspace_id, runs }: AdvancePayload) {
    for (const { id, token } of runs) await advance(deps, workspace_id, id, token)
  },
}
