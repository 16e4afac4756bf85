/** A page of conversations on the wire: without their parts. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { CursorPages, cursorPages } from '../../http/pages.ts'
import type { Found, Page } from '../../search/find-page.ts'
import { orderBy } from '../../search/sort.ts'
import { presentCompany } from '../companies/company.ts'
import { withObjectsOfAll } from '../custom-objects/references.ts'
import { Conversation, presentConversation } from './conversation.ts'
import { withEvaluations, type EvaluationQuery } from './evaluations.ts'
import type { ConversationRow } from './row.ts'
import { companiesOf } from './read.ts'
import { conversationSearch } from './search-fields.ts'
import { described } from '../../schema/types.ts'

export const ConversationList = Type.Object({
  type: Type.Literal('conversation.list'),
  pages: described(CursorPages, 'Where this page stands, and how to get the next.'),
  total_count: described(Type.Integer(), 'The number of conversations on all pages.'),
  conversations: described(Type.Array(Conversation), 'The conversations of this page, without their parts.'),
})

/** Default order of lists and searches: the most recently changed first. */
export const USUAL = { perPage: 50, order: orderBy('updated_at', 'descending', conversationSearch) }

export async function presentPage(
  ctx: Ctx,
  { keyset, perPage }: Page,
  { rows: stored, next, total }: Found<ConversationRow>,
  asked: Static<typeof EvaluationQuery>,
): Promise<Static<typeof ConversationList>> {
  const rows = await withObjectsOfAll(ctx, stored)
  const companies = await companiesOf(ctx, rows)
  return {
    type: 'conversation.list',
    pages: cursorPages(keyset.page, perPage, total, next),
    total_count: total,
    conversations: rows.map((row) => {
      const company = companies.get(row.company_id)
      // Each has a company of its own: taking a reply down to an older version changes it in place.
      const shown = company ? presentCompany(ctx.workspace, company) : null
      return withEvaluations(asked, presentConversation(row, shown))
    }),
  }
}
