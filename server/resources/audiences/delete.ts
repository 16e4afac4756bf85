import Type from 'typebox'
import { removeAudience } from '../../content/index/queries.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { presentDeleted } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteAudience = operation({
  method: 'DELETE',
  path: '/audiences/{audience_id}',
  group: 'Audiences',
  scopes: ['read_write_audiences'],
  summary: 'Delete an audience',
  description: 'Content that was meant for it alone is meant for everybody afterwards.',
  params: Type.Object({ audience_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The audience is deleted. The answer has no body.',
  status: 204,
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const { id } = await queries.getAudience(ctx.db, ctx.workspaceId, params.audience_id)
    await queries.deleteAudience(ctx.db, ctx.workspaceId, id)
    await removeAudience(ctx.db, ctx.workspaceId, id)
    ctx.emit('audience.deleted', presentDeleted('audience', id))
    return null
  },
})
