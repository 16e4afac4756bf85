import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getExternalPage } from '../external-pages/queries.ts'
import { removeContentTag } from './content-tags.ts'
import { Tag } from './tag.ts'

export const untagExternalPage = operation({
  method: 'DELETE',
  path: '/ai/external_pages/{external_page_id}/tags/{tag_id}',
  group: 'Tags',
  scopes: ['read_write_ai_content'],
  summary: 'Remove a tag from an external page',
  inferred: 'the codes of errors',
  params: Type.Object({ external_page_id: Type.String(), tag_id: Type.String() }),
  reply: Tag,
  answer: 'The tag that was taken off.',
  handle: (ctx, { params }) => {
    const get = () => getExternalPage(ctx.db, ctx.workspaceId, params.external_page_id, 'external_page')
    return removeContentTag(ctx, { content: 'external_page', get }, params.tag_id)
  },
})
