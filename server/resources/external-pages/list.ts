import Type from 'typebox'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberedPages, PageList } from '../../http/pages.ts'
import { WidePageQuery, widePageOf } from '../../http/wide-pages.ts'
import { described, Text } from '../../schema/types.ts'
import { ExternalPage, presentExternalPage } from './external-page.ts'
import { listExternalPages, type Named } from './queries.ts'

const PER_PAGE = 50
const MAX_PAGE = 5001
/** The last item that a page can reach. */
const MAX_DEPTH = 10_000

export const listPages = operation({
  method: 'GET',
  path: '/ai/external_pages',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'List external pages',
  description: 'Newest first. `source_id` and `external_id` together find one page, or none.',
  inferred: 'page and per_page before 2.17',
  query: Type.Object({
    ...WidePageQuery.properties,
    page: described(
      Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PAGE })),
      'The number of the page; the first is 1.',
    ),
    source_id: Type.Optional(
      Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'The id of a source.' }),
    ),
    external_id: described(Type.Optional(Text()), 'The id of a page at that source.'),
  }),
  reply: PageList(ExternalPage),
  answer: 'A page of external pages.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = widePageOf(query, PER_PAGE)
    if (page * perPage > MAX_DEPTH)
      throw apiError(400, 'bad_request', `page times per_page must not be more than ${MAX_DEPTH}`)
    const named = namedBy(query)
    const { rows, total } = await listExternalPages(ctx.db, ctx.workspaceId, { perPage, offset, named })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      total_count: total,
      data: rows.map(presentExternalPage),
    }
  },
})

function namedBy({ source_id, external_id }: { source_id?: number; external_id?: string }): Named | undefined {
  if (source_id !== undefined && external_id !== undefined) return { source_id, external_id }
  if (source_id === undefined && external_id === undefined) return undefined
  throw parameterInvalid('source_id and external_id must be given together')
}
