/**
 * Workflows: steps that are done in a conversation when something happens in it. The outbox starts runs (start-runs.ts);
 * a job takes a run from step to step (advance.ts); its effects are those of the operations of conversations and tags.
 */
import { exportWorkflow } from './export.ts'
import { createWorkflow } from './settings/create.ts'
import { deleteWorkflow } from './settings/delete.ts'
import { getWorkflow } from './settings/get.ts'
import { listWorkflowRuns } from './settings/list-runs.ts'
import { listWorkflows } from './settings/list.ts'
import { updateWorkflow } from './settings/update.ts'

export const workflows = [
  exportWorkflow,
  listWorkflows,
  createWorkflow,
  getWorkflow,
  updateWorkflow,
  deleteWorkflow,
  listWorkflowRuns,
]
