import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CursorQuery, cursorPageSize } from '../../http/pages.ts'
import { keyset } from '../../search/keyset.ts'
import { ContactList, presentPage, USUAL } from './contact-list.ts'
import { listContacts as listRows } from './list-queries.ts'
import { MergeHistoryQuery } from './merge/merge-history.ts'
import { contactSearch } from './search-fields.ts'

/** Recorded: a list shows fewer than a search. */
const PER_PAGE = 10

export const listContacts = operation({
  method: 'GET',
  path: '/contacts',
  group: 'Contacts',
  summary: 'List all contacts',
  description: 'Users and leads, the oldest first. Archived, blocked and merged contacts are left out.',
  query: Type.Object({ ...CursorQuery.properties, ...MergeHistoryQuery.properties }),
  reply: ContactList,
  answer: 'A page of contacts, and how to get the next.',
  handle: async (ctx, { query }) => {
    const page = {
      keyset: keyset(USUAL.order, contactSearch.id, query.starting_after),
      perPage: cursorPageSize(query.per_page, PER_PAGE),
    }
    return presentPage(ctx, page, await listRows(ctx.db, ctx.workspaceId, page), query)
  },
})
