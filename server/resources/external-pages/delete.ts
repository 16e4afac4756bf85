import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ExternalPage, presentExternalPage } from './external-page.ts'
import * as queries from './queries.ts'

export const deleteExternalPage = operation({
  method: 'DELETE',
  path: '/ai/external_pages/{external_page_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Delete an external page',
  description: 'Assistants no longer answer from it.',
  params: Type.Object({ external_page_id: Type.String() }),
  reply: ExternalPage,
  answer: 'The page as it was, without its words.',
  handle: async (ctx, { params }) => {
    const row = await queries.getExternalPage(ctx.db, ctx.workspaceId, params.external_page_id)
    await queries.deleteExternalPage(ctx.db, ctx.workspaceId, row.id)
    return presentExternalPage({ ...row, html: '' })
  },
})
