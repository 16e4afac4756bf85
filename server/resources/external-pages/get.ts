import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ExternalPage, presentExternalPage } from './external-page.ts'
import * as queries from './queries.ts'

export const getExternalPage = operation({
  method: 'GET',
  path: '/ai/external_pages/{external_page_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Retrieve an external page',
  params: Type.Object({ external_page_id: Type.String() }),
  reply: ExternalPage,
  answer: 'The page.',
  handle: async (ctx, { params }) =>
    presentExternalPage(await queries.getExternalPage(ctx.db, ctx.workspaceId, params.external_page_id)),
})
