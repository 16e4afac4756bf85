import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteMacro = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/macros/{macro_id}',
  group: 'Macros',
  summary: 'Delete a macro',
  params: Type.Object({ macro_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted macro.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.getMacro(ctx.db, ctx.workspaceId, params.macro_id)
    await queries.deleteMacro(ctx.db, ctx.workspaceId, id)
    return presentDeleted('macro', id)
  },
})
