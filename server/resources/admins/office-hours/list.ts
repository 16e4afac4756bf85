import Type from 'typebox'
import { decodeCursor, encodeCursor } from '../../../http/cursor.ts'
import { operation } from '../../../http/operation.ts'
import { cursorPages, CursorPages } from '../../../http/pages.ts'
import { described } from '../../../schema/types.ts'
import { AdminOfficeHours, presentAdminHours } from './admin-office-hours.ts'
import { countAdminHours, listAdminHours } from './queries.ts'

const PER_PAGE = 20
const MAX = 50

export const listAdminOfficeHours = operation({
  method: 'GET',
  path: '/admins/office_hours',
  group: 'Admins',
  scopes: ['read_all', 'read_write_office_hours'],
  summary: 'List admins with office hours of their own',
  description: 'The default schedule holds for all others.',
  inferred: 'the usual size of a page, and the answers to invalid parameters',
  query: Type.Object({
    per_page: described(
      Type.Optional(Type.Integer({ minimum: 1 })),
      `The number of admins on a page. More than ${MAX} means ${MAX}.`,
    ),
    starting_after: described(Type.Optional(Type.String()), 'The cursor that the page before gave.'),
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(AdminOfficeHours), 'The schedules of this page, by the id of the admin.'),
    pages: described(CursorPages, 'Where this page stands, and how to get the next.'),
  }),
  answer: 'A page of admins with their schedules.',
  handle: async ({ db, workspaceId }, { query }) => {
    const perPage = Math.min(query.per_page ?? PER_PAGE, MAX)
    const [page, after] = query.starting_after === undefined ? [1, 0] : decodeCursor(query.starting_after, 2)
    const [rows, total] = await Promise.all([
      listAdminHours(db, workspaceId, Number(after) || 0, perPage + 1),
      countAdminHours(db, workspaceId),
    ])
    const shown = rows.slice(0, perPage)
    const number = Number(page) || 1
    const next = rows.length > perPage ? encodeCursor([number + 1, shown.at(-1)!.id]) : undefined
    return {
      type: 'list' as const,
      data: shown.map(presentAdminHours),
      pages: cursorPages(number, perPage, total, next),
    }
  },
})
