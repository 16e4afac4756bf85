import { operation } from '../../http/operation.ts'
import { guide } from '../../search/guide.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { ContactList, presentPage, USUAL } from './contact-list.ts'
import { searchContacts as searchRows } from './list-queries.ts'
import { MergeHistoryQuery } from './merge/merge-history.ts'
import { searchContextOf } from './search-context.ts'
import { contactSearch } from './search-fields.ts'
import { described } from '../../schema/types.ts'

export const searchContacts = operation({
  method: 'POST',
  path: '/contacts/search',
  group: 'Contacts',
  summary: 'Search contacts',
  description: guide({
    about:
      'Finds users and leads by a condition, or by groups of conditions. Earlier writes are found at once; ' +
      'contacts that are archived, blocked or merged away are not found.',
    search: contactSearch,
    usual: USUAL,
  }),
  query: MergeHistoryQuery,
  body: described(SearchBody, 'The query, the order, and the page to answer.'),
  reply: ContactList,
  answer: 'A page of the contacts that match, and how many match in all.',
  atomic: 'statement',
  handle: async (ctx, { query: asked, body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, contactSearch, ctx)
    const context = await searchContextOf(ctx, query)
    const page = { keyset, perPage }
    return presentPage(ctx, page, await searchRows(ctx.db, ctx.workspaceId, { query, context, page }), asked)
  },
})
