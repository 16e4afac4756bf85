import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getContentSnippet } from '../content-snippets/queries.ts'
import { applyContentTag, TaggingBody } from './content-tags.ts'
import { Tag } from './tag.ts'

export const tagContentSnippet = operation({
  method: 'POST',
  path: '/content_snippets/{content_snippet_id}/tags',
  group: 'Tags',
  scopes: ['read_write_content_snippets'],
  summary: 'Add a tag to a content snippet',
  description: 'A snippet that has the tag already keeps it, as it was applied.',
  params: Type.Object({ content_snippet_id: Type.String() }),
  body: TaggingBody,
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: (ctx, { params, body }) => {
    const get = () => getContentSnippet(ctx.db, ctx.workspaceId, params.content_snippet_id, 'tagged_content_snippet')
    return applyContentTag(ctx, { content: 'content_snippet', get }, body)
  },
})
