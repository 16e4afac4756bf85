import { operation } from '../../http/operation.ts'
import { numberedPages, PageList } from '../../http/pages.ts'
import { WidePageQuery, widePageOf } from '../../http/wide-pages.ts'
import { ImportSource, presentImportSource } from './import-source.ts'
import * as queries from './queries.ts'

const PER_PAGE = 50

export const listImportSources = operation({
  method: 'GET',
  path: '/ai/content_import_sources',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'List content import sources',
  description: 'Oldest first.',
  inferred: 'page and per_page',
  query: WidePageQuery,
  reply: PageList(ImportSource),
  answer: 'A page of sources.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = widePageOf(query, PER_PAGE)
    const { rows, total } = await queries.listImportSources(ctx.db, ctx.workspaceId, { perPage, offset })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      total_count: total,
      data: rows.map(presentImportSource),
    }
  },
})
