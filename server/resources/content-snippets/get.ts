import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ContentSnippet, presentContentSnippet } from './content-snippet.ts'
import * as queries from './queries.ts'

export const getContentSnippet = operation({
  method: 'GET',
  path: '/content_snippets/{content_snippet_id}',
  group: 'Content Snippets',
  scopes: ['read_content_snippets', 'read_write_content_snippets'],
  summary: 'Retrieve a content snippet',
  params: Type.Object({ content_snippet_id: Type.String() }),
  reply: ContentSnippet,
  answer: 'The snippet.',
  handle: async (ctx, { params }) =>
    presentContentSnippet(await queries.getContentSnippet(ctx.db, ctx.workspaceId, params.content_snippet_id)),
})
