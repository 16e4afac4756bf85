import { operation } from '../../../http/operation.ts'
import { ContentPage, contentPageOf, ContentPageQuery, contentPages } from '../../../content/pages.ts'
import { presentSection, Section } from '../collection.ts'
import { listCollections } from '../queries.ts'

const PER_PAGE = 20

export const listSections = operation({
  method: 'GET',
  path: '/help_center/sections',
  group: 'Help Center',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'List all sections',
  description: 'Collections that stand in another one, last changed first, by pages of 20.',
  query: ContentPageQuery,
  reply: ContentPage(Section),
  answer: 'A page of sections.',
  handle: async (ctx, { query }) => {
    const page = contentPageOf(query, PER_PAGE)
    const { rows, total } = await listCollections(ctx.db, ctx.workspaceId, 'nested', page)
    return {
      type: 'list' as const,
      data: rows.map((row) => presentSection(ctx, row)),
      total_count: total,
      pages: contentPages(ctx, page, total),
    }
  },
})
