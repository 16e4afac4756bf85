import Type from 'typebox'
import { CursorPages, cursorPages } from '../../http/pages.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { findPage } from '../../search/find-page.ts'
import { SearchBody, searchPage } from '../../search/search-page.ts'
import { orderBy } from '../../search/sort.ts'
import { listTicketsByIds } from './queries.ts'
import { presentTickets } from './read.ts'
import { ticketSearchContext } from './search-context.ts'
import { ticketSearch } from './search-fields.ts'
import { searchedTickets } from './searched.ts'
import { Ticket } from './ticket.ts'

const TicketList = Type.Object({
  type: Type.Literal('ticket.list'),
  pages: described(CursorPages, 'Where this page stands, and how to get the next.'),
  total_count: described(Type.Integer(), 'The number of tickets on all pages.'),
  tickets: described(Type.Array(Ticket), 'The tickets of this page, with their parts.'),
})

/** A search that does not say otherwise shows the most recently changed first. */
const USUAL = { perPage: 20, order: orderBy('updated_at', 'descending', ticketSearch) }

export const searchTickets = operation({
  method: 'POST',
  path: '/tickets/search',
  group: 'Tickets',
  summary: 'Search tickets',
  description:
    'Finds tickets by a filter, or by groups of filters joined with AND and OR. Attributes are named by their ids. ' +
    'The categories are `request` (Customer), `task` (Back-office) and `tracker`.',
  body: described(SearchBody, 'The query, the order, and the page to answer.'),
  reply: TicketList,
  answer: 'A page of the tickets that match, and how many match in all.',
  atomic: 'statement',
  handle: async (ctx, { body }) => {
    const { query, page: keyset, perPage } = searchPage(body, USUAL, ticketSearch, ctx)
    const context = await ticketSearchContext(ctx, query)
    const asked = { query, context, page: { keyset, perPage }, model: searchedTickets }
    const { rows, next, total } = await findPage(ctx.db, ctx.workspaceId, asked, (ids) =>
      listTicketsByIds(ctx.db, ctx.workspaceId, ids),
    )
    return {
      type: 'ticket.list' as const,
      pages: cursorPages(keyset.page, perPage, total, next),
      total_count: total,
      tickets: await presentTickets(ctx, rows),
    }
  },
})
