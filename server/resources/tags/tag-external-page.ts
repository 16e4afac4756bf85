import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getExternalPage } from '../external-pages/queries.ts'
import { applyContentTag, TaggingBody } from './content-tags.ts'
import { Tag } from './tag.ts'

export const tagExternalPage = operation({
  method: 'POST',
  path: '/ai/external_pages/{external_page_id}/tags',
  group: 'Tags',
  scopes: ['read_write_ai_content'],
  summary: 'Add a tag to an external page',
  description: 'A page that has the tag already keeps it, as it was applied.',
  inferred: 'the codes of errors',
  params: Type.Object({ external_page_id: Type.String() }),
  body: TaggingBody,
  reply: Tag,
  answer: 'The tag, and when it was applied.',
  handle: (ctx, { params, body }) => {
    const get = () => getExternalPage(ctx.db, ctx.workspaceId, params.external_page_id, 'external_page')
    return applyContentTag(ctx, { content: 'external_page', get }, body)
  },
})
