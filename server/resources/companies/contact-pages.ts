/** How the contacts of a company are paged: by a cursor, or by number in the versions before that. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { fragment } from '../../db/pool.ts'
import {
  CursorPages,
  cursorPages,
  cursorPageSize,
  CursorQuery,
  numberedPages,
  pageOf,
  PageQuery,
} from '../../http/pages.ts'
import { described, model } from '../../schema/types.ts'
import { keyset } from '../../search/keyset.ts'
import { countAttachedContacts, listAttachedContacts, listAttachedContactsAfter } from './attachment-queries.ts'

export const ContactPages = model('company_contact_pages', CursorPages.properties)

export const ContactPageQuery = Type.Object({
  ...PageQuery.properties,
  ...CursorQuery.properties,
  per_page: described(CursorQuery.properties.per_page, 'How many a page has: 60 at most by number, 150 by cursor.'),
})
type Query = Static<typeof ContactPageQuery>

const PER_PAGE = 50
const ATTACHED_AT = {
  field: 'created_at',
  column: fragment`l.created_at`,
  type: 'date' as const,
  nullable: false,
  direction: 'ascending' as const,
}
const CONTACT = { column: fragment`l.contact_id`, type: 'text' as const }

interface ContactPage {
  rows: ContactsRow[]
  total: number
  pages: Static<typeof ContactPages>
}

export async function pageByCursor(ctx: Ctx, companyId: string, query: Query): Promise<ContactPage> {
  const perPage = cursorPageSize(query.per_page, PER_PAGE)
  const place = keyset(ATTACHED_AT, CONTACT, query.starting_after)
  const [found, total] = await Promise.all([
    listAttachedContactsAfter(ctx.db, ctx.workspaceId, companyId, place, perPage + 1),
    countAttachedContacts(ctx.db, ctx.workspaceId, companyId),
  ])
  const rows = found.slice(0, perPage)
  // The row too many tells that there is a next page.
  const next = found.length > perPage ? place.next(rows.at(-1)!) : undefined
  return { rows, total, pages: cursorPages(place.page, perPage, total, next) }
}

/** As versions before the cursor know it: `next` is an address or null. */
export async function pageByNumber(ctx: Ctx, companyId: string, query: Query): Promise<ContactPage> {
  const { page, perPage, offset } = pageOf(query, PER_PAGE)
  const [rows, total] = await Promise.all([
    listAttachedContacts(ctx.db, ctx.workspaceId, companyId, { limit: perPage, offset }),
    countAttachedContacts(ctx.db, ctx.workspaceId, companyId),
  ])
  const { prev: _, ...pages } = numberedPages(ctx, page, perPage, total)
  return { rows, total, pages: pages as never }
}
