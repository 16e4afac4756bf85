import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { presentDeleted } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteContentSnippet = operation({
  method: 'DELETE',
  path: '/content_snippets/{content_snippet_id}',
  group: 'Content Snippets',
  scopes: ['read_write_content_snippets'],
  summary: 'Delete a content snippet',
  params: Type.Object({ content_snippet_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The snippet is deleted. The answer has no body.',
  status: 204,
  handle: async (ctx, { params }) => {
    const { id } = await queries.getContentSnippet(ctx.db, ctx.workspaceId, params.content_snippet_id)
    await queries.deleteContentSnippet(ctx.db, ctx.workspaceId, id)
    ctx.emit('content_snippet.deleted', presentDeleted('content_snippet', id))
    return null
  },
})
