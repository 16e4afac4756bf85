import Type from 'typebox'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import * as queries from './delete-queries.ts'

export const deleteTag = operation({
  method: 'DELETE',
  path: '/tags/{tag_id}',
  group: 'Tags',
  summary: 'Delete a tag',
  description: 'Takes it off all that it hangs on. A tag that a segment asks for stays; the answer names the segments.',
  params: Type.Object({ tag_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The tag is deleted. The answer has no body.',
  handle: async (ctx, { params }) => {
    const tagId = await queries.findTagToDelete(ctx.db, ctx.workspaceId, params.tag_id)
    if (tagId === undefined) throw notFound('resource')
    const segments = await queries.listSegmentsUsingTag(ctx.db, ctx.workspaceId, tagId)
    if (segments.length > 0)
      throw apiError(
        400,
        'tag_has_dependent_objects',
        `Unable to delete Tag with dependent objects. Segments: ${segments.join(', ')}.`,
      )
    await queries.deleteTag(ctx.db, ctx.workspaceId, tagId)
    return null
  },
})
