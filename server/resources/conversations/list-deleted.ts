import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { NumberedPages, numberedPages, pageOf, PageQuery } from '../../http/pages.ts'
import { described } from '../../schema/types.ts'
import { DeletedConversation, presentDeletedConversation } from './deleted-conversation.ts'
import { listDeletedConversations as listRows } from './deleted-queries.ts'

export const listDeletedConversations = operation({
  method: 'GET',
  path: '/conversations/deleted',
  group: 'Conversations',
  summary: 'List deleted conversations',
  description:
    'The ids of deleted conversations, deleted tickets among them, the last deleted one first. Conversations that were ' +
    'merged away are closed, and not deleted.',
  query: Type.Object({
    ...PageQuery.properties,
    order: described(
      Type.Optional(Type.Enum(['asc', 'desc'])),
      '`asc` or `desc` (the default): the order in which they were deleted.',
    ),
  }),
  reply: Type.Object({
    type: Type.Literal('conversations.list'),
    conversations: described(Type.Array(DeletedConversation), 'The deleted conversations of this page.'),
    total_count: described(Type.Integer(), 'The number of deleted conversations on all pages.'),
    pages: described(NumberedPages, 'Where this page stands, and how to get the next.'),
  }),
  answer: 'A page of deleted conversations.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = pageOf(query, 20)
    const { rows, total } = await listRows(ctx.db, ctx.workspaceId, {
      ascending: query.order === 'asc',
      limit: perPage,
      offset,
    })
    return {
      type: 'conversations.list' as const,
      conversations: rows.map(presentDeletedConversation),
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})
