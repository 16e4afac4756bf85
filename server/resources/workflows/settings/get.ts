import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import * as queries from '../queries.ts'
import { presentWorkflow, Workflow } from '../workflow.ts'

export const getWorkflow = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/workflows/{workflow_id}',
  group: 'Workflows',
  summary: 'Retrieve a workflow',
  params: Type.Object({ workflow_id: Type.String() }),
  reply: Workflow,
  answer: 'The workflow.',
  handle: async (ctx, { params }) =>
    presentWorkflow(await queries.getWorkflow(ctx.db, ctx.workspaceId, params.workflow_id)),
})
