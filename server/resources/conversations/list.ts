import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CursorQuery, cursorPageSize } from '../../http/pages.ts'
import { keyset } from '../../search/keyset.ts'
import { ConversationList, presentPage, USUAL } from './conversation-list.ts'
import { EvaluationQuery } from './evaluations.ts'
import { listConversations as listRows } from './list-queries.ts'
import { conversationSearch } from './search-fields.ts'

/** Recorded: a list shows fewer than a search. */
const PER_PAGE = 20

export const listConversations = operation({
  method: 'GET',
  path: '/conversations',
  group: 'Conversations',
  summary: 'List all conversations',
  description: 'The most recently changed come first. Parts are left out: a conversation by its id shows them.',
  query: Type.Object({ ...CursorQuery.properties, ...EvaluationQuery.properties }),
  reply: ConversationList,
  answer: 'A page of conversations, without their parts.',
  handle: async (ctx, { query }) => {
    const page = {
      keyset: keyset(USUAL.order, conversationSearch.id, query.starting_after),
      perPage: cursorPageSize(query.per_page, PER_PAGE),
    }
    return presentPage(ctx, page, await listRows(ctx.db, ctx.workspaceId, page), query)
  },
})
