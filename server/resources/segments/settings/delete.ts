import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteSegment = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/segments/{segment_id}',
  group: 'Segments',
  summary: 'Delete a segment',
  description: 'Not one that the filter of another segment asks for.',
  params: Type.Object({ segment_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted segment.',
  refusals: { 409: 'The filter of another segment asks for the segment.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await queries.getSegment(db, workspaceId, params.segment_id)
    await queries.refuseNeeded(db, workspaceId, id)
    await queries.deleteSegment(db, workspaceId, id)
    return presentDeleted('segment', id)
  },
})
