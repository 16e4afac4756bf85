import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DynamicContent, presentDynamicContent } from './dynamic-content.ts'
import * as queries from './queries.ts'

export const getDynamicContent = operation({
  method: 'GET',
  path: '/dynamic_contents/{dynamic_content_id}',
  group: 'Dynamic Content',
  scopes: ['read_dynamic_content', 'read_write_dynamic_content'],
  summary: 'Retrieve a dynamic content',
  inferred: 'the code of the 404',
  params: Type.Object({ dynamic_content_id: Type.String() }),
  reply: DynamicContent,
  answer: 'The dynamic content.',
  handle: async (ctx, { params }) =>
    presentDynamicContent(
      ctx.workspace,
      await queries.getDynamicContent(ctx.db, ctx.workspaceId, params.dynamic_content_id),
    ),
})
