import { operation } from '../../http/operation.ts'
import { requestContext } from '../../search/request-context.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { ConversationList, presentPage, USUAL } from './conversation-list.ts'
import { EvaluationQuery } from './evaluations.ts'
import { searchConversations as searchRows } from './list-queries.ts'
import { conversationSearch } from './search-fields.ts'

export const searchConversations = operation({
  method: 'POST',
  path: '/conversations/search',
  group: 'Conversations',
  summary: 'Search conversations',
  description:
    'Finds conversations by a filter, or by groups of filters joined with AND and OR. What was written before is ' +
    'found at once. Parts are left out: a conversation by its id shows them.',
  query: EvaluationQuery,
  body: SearchBody,
  reply: ConversationList,
  atomic: 'statement',
  handle: async (ctx, { query: asked, body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, conversationSearch, ctx)
    const context = requestContext(ctx)
    const page = { keyset, perPage }
    return presentPage(ctx, page, await searchRows(ctx.db, ctx.workspaceId, { query, context, page }), asked)
  },
})
