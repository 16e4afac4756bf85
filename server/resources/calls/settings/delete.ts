import Type from 'typebox'
import { deleteFile } from '../../../files/queries.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from '../queries.ts'

export const deleteCall = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/calls/{call_id}',
  group: 'Calls',
  summary: 'Delete a call',
  description: 'With its recording, its transcript and its registration.',
  params: Type.Object({ call_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted call.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const { id, recording_file_id } = await queries.getCallForUpdate(db, workspaceId, params.call_id)
    await queries.deleteCall(db, workspaceId, id)
    if (recording_file_id !== null) await deleteFile(db, workspaceId, recording_file_id)
    ctx.count('calls', -1)
    return presentDeleted('call', id)
  },
})
