import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { PageQuery } from '../../http/pages.ts'
import { described, model } from '../../schema/types.ts'
import { getConversationId } from '../conversations/queries.ts'
import { listPartsOfEach, listSideConversations as listRows } from './queries.ts'
import { presentSideConversation, SideConversation } from './side-conversation.ts'

const MOST = 50

const SideConversationPages = model('side_conversation_pages', {
  type: Type.Literal('pages'),
  page: described(Type.Integer(), 'The number of this page; the first is 1.'),
  per_page: described(Type.Integer(), 'The number of side conversations on a page.'),
  total_pages: described(Type.Integer(), 'The number of pages.'),
})

export const listSideConversations = operation({
  method: 'GET',
  path: '/conversations/{conversation_id}/side_conversations',
  group: 'Conversations',
  scopes: ['read_conversations'],
  summary: 'List side conversations',
  description: 'The threads of teammates beside a conversation, oldest first, with their messages.',
  inferred: 'the order, and that a page of more than 50 is cut to 50',
  params: Type.Object({ conversation_id: Type.String() }),
  query: Type.Object({
    page: PageQuery.properties.page,
    per_page: described(
      PageQuery.properties.per_page,
      `The number of side conversations on a page, 25 by default. More than ${MOST} means ${MOST}.`,
    ),
  }),
  reply: Type.Object({
    type: Type.Literal('side_conversation.list'),
    side_conversations: described(Type.Array(SideConversation), 'The side conversations of this page.'),
    total_count: described(Type.Integer(), 'The number of side conversations on all pages.'),
    pages: described(SideConversationPages, 'Where this page stands.'),
  }),
  answer: 'A page of side conversations.',
  handle: async (ctx, { params, query }) => {
    const { db, workspaceId } = ctx
    const parentId = await getConversationId(db, workspaceId, params.conversation_id)
    const perPage = Math.min(query.per_page ?? 25, MOST)
    const page = query.page ?? 1
    const { rows, total } = await listRows(db, workspaceId, parentId, { limit: perPage, offset: (page - 1) * perPage })
    const parts = await listPartsOfEach(
      db,
      workspaceId,
      rows.map(({ id }) => id),
    )
    return {
      type: 'side_conversation.list' as const,
      side_conversations: rows.map((side) =>
        presentSideConversation(
          side,
          parts.filter(({ thread_id }) => thread_id === side.id),
        ),
      ),
      total_count: total,
      pages: { type: 'pages' as const, page, per_page: perPage, total_pages: Math.ceil(total / perPage) },
    }
  },
})
