import Type from 'typebox'
import { fragment } from '../../../db/pool.ts'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { cursorPageSize } from '../../../http/pages.ts'
import { keyset } from '../../../search/keyset.ts'
import { listMerges } from '../list-queries.ts'
import { MergeHistoryItem, presentMerge } from './merge-history.ts'
import { findContact } from '../queries.ts'
import { described } from '../../../schema/types.ts'

export const listMergeHistory = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/merge_history',
  group: 'Contacts',
  summary: 'List who was merged into a contact',
  description: 'Users only: a lead answers 404. The newest merge comes first, unless `order` is `asc`.',
  params: Type.Object({ contact_id: Type.String() }),
  query: Type.Object({
    cursor: Type.Optional(Type.String()),
    per_page: Type.Optional(Type.Integer({ minimum: 1 })),
    order: described(
      Type.Optional(Type.Enum(['asc', 'desc'])),
      '`asc` for the oldest merge first, `desc` (the default) for the newest.',
    ),
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(MergeHistoryItem), 'The merges of this page.'),
    next_cursor: described(Type.Optional(Type.String()), 'The cursor of the next page. Absent on the last.'),
    has_more: described(Type.Boolean(), 'True if there is a next page.'),
  }),
  answer: 'A page of merges, and how to get the next.',
  handle: async (ctx, { params, query }) => {
    const contact = await findContact(ctx.db, ctx.workspaceId, params.contact_id)
    if (contact?.role !== 'user') throw notFound('merge_history')
    const direction = query.order === 'asc' ? 'ascending' : 'descending'
    const page = {
      keyset: keyset({ ...MERGED_AT, direction }, SOURCE, query.cursor),
      perPage: cursorPageSize(query.per_page, 50),
    }
    const { rows, next } = await listMerges(ctx.db, ctx.workspaceId, contact.id, page)
    return {
      type: 'list' as const,
      data: rows.map(presentMerge),
      ...(next !== undefined && { next_cursor: next }),
      has_more: next !== undefined,
    }
  },
})

const MERGED_AT = { field: 'merged_at', column: fragment`merged_at`, type: 'date' as const, nullable: false }
const SOURCE = { column: fragment`from_id`, type: 'text' as const }
