import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'

export const deleteDynamicContent = operation({
  method: 'DELETE',
  path: '/dynamic_contents/{dynamic_content_id}',
  group: 'Dynamic Content',
  scopes: ['read_write_dynamic_content'],
  summary: 'Delete a dynamic content',
  description: 'Its variations go with it.',
  inferred: 'the status, and the code of the 404',
  params: Type.Object({ dynamic_content_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The dynamic content is deleted. The answer has no body.',
  status: 204,
  handle: async (ctx, { params }) => {
    const { id } = await queries.getDynamicContent(ctx.db, ctx.workspaceId, params.dynamic_content_id)
    await queries.deleteDynamicContent(ctx.db, ctx.workspaceId, id)
    return null
  },
})
