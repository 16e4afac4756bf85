import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContentSnippet } from '../content-snippets/queries.ts'
import { removeContentTag } from './content-tags.ts'
import { Tag } from './tag.ts'

export const untagContentSnippet = operation({
  method: 'DELETE',
  path: '/content_snippets/{content_snippet_id}/tags/{tag_id}',
  group: 'Tags',
  scopes: ['read_write_content_snippets'],
  summary: 'Remove a tag from a content snippet',
  params: Type.Object({ content_snippet_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: (ctx, { params }) => {
    const get = () => getContentSnippet(ctx.db, ctx.workspaceId, params.content_snippet_id, 'tagged_content_snippet')
    return removeContentTag(ctx, { content: 'content_snippet', get }, params.tag_id)
  },
})
