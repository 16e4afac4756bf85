import Type from 'typebox'
import { ContentPage, contentPageOf, ContentPageQuery, contentPages } from '../../../content/pages.ts'
import { operation } from '../../../http/operation.ts'
import * as queries from './queries.ts'
import { presentRedirect, Redirect } from './redirect.ts'

const PER_PAGE = 50

export const listRedirects = operation({
  method: 'GET',
  path: '/help_center/help_centers/{help_center_id}/redirects',
  group: 'Help Center',
  scopes: ['read_help_center_redirects_scope', 'read_write_help_center_redirects_scope'],
  summary: 'List help center redirects',
  description: 'Newest first, by pages of 50.',
  params: Type.Object({ help_center_id: Type.String() }),
  query: ContentPageQuery,
  reply: ContentPage(Redirect),
  answer: 'A page of redirects.',
  handle: async (ctx, { params, query }) => {
    const center = await queries.getCenter(ctx.db, ctx.workspaceId, params.help_center_id)
    const page = contentPageOf(query, PER_PAGE)
    const { rows, total } = await queries.listRedirects(ctx.db, ctx.workspaceId, center.id, page)
    return {
      type: 'list' as const,
      pages: contentPages(ctx, page, total),
      total_count: total,
      data: rows.map(presentRedirect),
    }
  },
})
