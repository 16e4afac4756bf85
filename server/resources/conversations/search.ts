import { operation } from '../../http/operation.ts'
import { guide } from '../../search/guide.ts'
import { requestContext } from '../../search/request-context.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { ConversationList, presentPage, USUAL } from './conversation-list.ts'
import { EvaluationQuery } from './evaluations.ts'
import { searchConversations as searchRows } from './list-queries.ts'
import { conversationSearch } from './search-fields.ts'
import { described } from '../../schema/types.ts'

export const searchConversations = operation({
  method: 'POST',
  path: '/conversations/search',
  group: 'Conversations',
  summary: 'Search conversations',
  description: guide({
    about:
      'Finds conversations by a condition, or by groups of conditions. Earlier writes are found at once. ' +
      'Parts are left out: a conversation by its id shows them.',
    search: conversationSearch,
    usual: USUAL,
  }),
  query: EvaluationQuery,
  body: described(SearchBody, 'The query, the order, and the page to answer.'),
  reply: ConversationList,
  answer: 'A page of the conversations that match, and how many match in all.',
  atomic: 'statement',
  handle: async (ctx, { query: asked, body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, conversationSearch, ctx)
    const context = requestContext(ctx)
    const page = { keyset, perPage }
    return presentPage(ctx, page, await searchRows(ctx.db, ctx.workspaceId, { query, context, page }), asked)
  },
})
