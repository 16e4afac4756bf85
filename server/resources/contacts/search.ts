import { operation } from '../../http/operation.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { ContactList, presentPage, USUAL } from './contact-list.ts'
import { searchContacts as searchRows } from './list-queries.ts'
import { MergeHistoryQuery } from './merge/merge-history.ts'
import { searchContextOf } from './search-context.ts'
import { contactSearch } from './search-fields.ts'

export const searchContacts = operation({
  method: 'POST',
  path: '/contacts/search',
  group: 'Contacts',
  summary: 'Search contacts',
  description:
    'Finds users and leads by a filter, or by groups of filters joined with AND and OR. ' +
    'What was written before is found at once; those that are archived, blocked or merged away are not.',
  query: MergeHistoryQuery,
  body: SearchBody,
  reply: ContactList,
  atomic: 'statement',
  handle: async (ctx, { query: asked, body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, contactSearch, ctx)
    const context = await searchContextOf(ctx, query)
    const page = { keyset, perPage }
    return presentPage(ctx, page, await searchRows(ctx.db, ctx.workspaceId, { query, context, page }), asked)
  },
})
