import Type from 'typebox'
import { removeAudience } from '../../content/index/queries.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { isSoleAudience } from './content-audiences.ts'
import { presentDeleted } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteAudience = operation({
  method: 'DELETE',
  path: '/audiences/{audience_id}',
  group: 'Audiences',
  scopes: ['read_write_audiences'],
  summary: 'Delete an audience',
  description:
    'It is taken from content that is meant for others as well. While some is meant for it alone it cannot be deleted: ' +
    'that content would be open to everybody.',
  params: Type.Object({ audience_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The audience is deleted. The answer has no body.',
  refusals: { 409: 'Content is meant for this audience alone.' },
  status: 204,
  handle: async (ctx, { params }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const { id } = await queries.getAudience(ctx.db, ctx.workspaceId, params.audience_id)
    if (await isSoleAudience(ctx.db, ctx.workspaceId, id))
      throw apiError(409, 'conflict', 'Content is meant for this audience alone; give it another one first')
    await queries.deleteAudience(ctx.db, ctx.workspaceId, id)
    await removeAudience(ctx.db, ctx.workspaceId, id)
    ctx.emit('audience.deleted', presentDeleted('audience', id))
    return null
  },
})
