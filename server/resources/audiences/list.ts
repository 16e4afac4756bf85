import { ClampedList, clampedPageOf, ClampedQuery, presentClampedPage } from '../../http/clamped-pages.ts'
import { operation } from '../../http/operation.ts'
import { Audience, presentAudience } from './audience.ts'
import * as queries from './queries.ts'

export const listAudiences = operation({
  method: 'GET',
  path: '/audiences',
  group: 'Audiences',
  scopes: ['read_audiences', 'read_write_audiences'],
  summary: 'List all audiences',
  description: 'Oldest first.',
  inferred: 'the order',
  query: ClampedQuery,
  reply: ClampedList(Audience),
  answer: 'A page of audiences.',
  handle: async (ctx, { query }) => {
    const page = clampedPageOf(query)
    const { rows, total } = await queries.listAudiences(ctx.db, ctx.workspaceId, page)
    return presentClampedPage(rows.map(presentAudience), page, total)
  },
})
