import { randomUUID } from 'node:crypto'
import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { Company, presentCompany } from './company.ts'
import { listCompaniesByIds } from './queries.ts'
import { advanceScroll, insertScroll } from './scroll-queries.ts'
import { described } from '../../schema/types.ts'

const PER_PAGE = 100
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const scrollCompanies = operation({
  method: 'GET',
  path: '/companies/scroll',
  group: 'Companies',
  scopes: ['read_users_companies'],
  summary: 'Scroll over all companies',
  description:
    'Begins without a `scroll_param`, and goes on with the one that was answered, until `data` is empty. ' +
    'A scroll that is not used for a minute is gone.',
  query: Type.Object({ scroll_param: Type.Optional(Type.String()) }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(Company), 'The next companies, up to a hundred.'),
    pages: described(Type.Null(), 'Always null: a scroll has no pages.'),
    total_count: described(Type.Null(), 'Always null: a scroll does not count.'),
    scroll_param: described(Type.String(), 'The `scroll_param` of the next request.'),
  }),
  answer: 'The next companies; none once the scroll is at its end.',
  handle: async (ctx, { query }) => {
    const { db, workspaceId, now } = ctx
    const token = query.scroll_param || randomUUID()
    if (!UUID.test(token)) throw notFound('scroll')
    if (!query.scroll_param) await insertScroll(db, workspaceId, token, now, ctx.limits === 'intercom')
    const ids = await advanceScroll(db, workspaceId, token, PER_PAGE, now)
    if (!ids) throw notFound('scroll')
    const rows = await listCompaniesByIds(db, workspaceId, ids, now)
    return {
      type: 'list' as const,
      data: rows.map((row) => presentCompany(ctx.workspace, row)),
      pages: null,
      total_count: null,
      scroll_param: token,
    }
  },
})
