import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { getWorkflow } from '../queries.ts'
import { listRuns } from '../run-queries.ts'
import { presentRun, WorkflowRun } from './run.ts'

const SHOWN = 50

export const listWorkflowRuns = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/workflows/{workflow_id}/runs',
  group: 'Workflows',
  summary: 'List the last runs of a workflow',
  description: `The newest first, ${SHOWN} at most. They are kept for 30 days.`,
  params: Type.Object({ workflow_id: Type.String() }),
  reply: list(WorkflowRun),
  answer: 'The runs.',
  handle: async ({ db, workspaceId }, { params }) => {
    const { id } = await getWorkflow(db, workspaceId, params.workflow_id)
    return { type: 'list' as const, data: (await listRuns(db, workspaceId, id, SHOWN)).map(presentRun) }
  },
})
