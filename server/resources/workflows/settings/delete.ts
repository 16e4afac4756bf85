import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from '../queries.ts'

export const deleteWorkflow = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/workflows/{workflow_id}',
  group: 'Workflows',
  summary: 'Delete a workflow',
  description: 'Its runs end, and go with it.',
  params: Type.Object({ workflow_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted workflow.',
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const { id } = await queries.getWorkflow(ctx.db, ctx.workspaceId, params.workflow_id)
    await queries.deleteWorkflow(ctx.db, ctx.workspaceId, id)
    return presentDeleted('workflow', id)
  },
})
