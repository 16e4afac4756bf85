import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { getHelpCenter } from '../queries.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteHelpCenter = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/help_centers/{help_center_id}',
  group: 'Help centers',
  summary: 'Delete a help center',
  description: 'Not the default one.',
  params: Type.Object({ help_center_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted help center.',
  refusals: { 409: 'The help center is the default one.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id, is_default } = await getHelpCenter(db, workspaceId, params.help_center_id)
    if (is_default) throw apiError(409, 'conflict', 'The default help center cannot be deleted')
    await queries.deleteHelpCenter(db, workspaceId, id)
    return presentDeleted('help_center', id)
  },
})
