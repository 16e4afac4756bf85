import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { deleteWorkflow } from '../../workflows/queries.ts'
import { endRunsOf } from '../end-runs.ts'
import { getProcedureRow } from './details.ts'

export const deleteProcedure = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/procedures/{procedure_id}',
  group: 'Procedures',
  summary: 'Delete a procedure',
  description:
    'Its runs end, and go with it. Their sessions go to teammates; one that waits for the reply of its user stays as it ' +
    'is, and the agent answers the reply.',
  params: Type.Object({ procedure_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted procedure.',
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const { id } = await getProcedureRow(ctx, params.procedure_id)
    await endRunsOf(ctx, id)
    await deleteWorkflow(ctx.db, ctx.workspaceId, id)
    return presentDeleted('procedure', id)
  },
})
