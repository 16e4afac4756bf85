/** Pages of a company's contacts: by a cursor, or by number in older versions. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { fragment } from '../../db/pool.ts'
import { CursorPages, cursorPages, cursorPageSize, CursorQuery, pageOf, PageQuery } from '../../http/pages.ts'
import { described } from '../../schema/types.ts'
import { keyset } from '../../search/keyset.ts'
import { countAttachedContacts, listAttachedContacts } from './attachment-queries.ts'

/** A cursor leads further than a number; versions that take both get pages of one form. */
export const ContactPageQuery = Type.Object({
  ...PageQuery.properties,
  ...CursorQuery.properties,
  per_page: described(
    CursorQuery.properties.per_page,
    'The number of contacts of a page. More than 150 means 150; versions that take `page` refuse more than 60.',
  ),
})

const PER_PAGE = 50
const ATTACHED_AT = {
  field: 'created_at',
  column: fragment`l.created_at`,
  type: 'date' as const,
  nullable: false,
  direction: 'ascending' as const,
}
const CONTACT = { column: fragment`l.contact_id`, type: 'text' as const }

export async function contactPage(
  ctx: Ctx,
  companyId: string,
  query: Static<typeof ContactPageQuery>,
): Promise<{ rows: ContactsRow[]; total: number; pages: Static<typeof CursorPages> }> {
  const { page = 1, starting_after } = query
  const clamps = ctx.has('FollowContactsOfCompanyByCursor')
  const perPage = clamps ? cursorPageSize(query.per_page, PER_PAGE) : pageOf(query, PER_PAGE).perPage
  const place = keyset(ATTACHED_AT, CONTACT, starting_after, page)
  const offset = starting_after === undefined ? (page - 1) * perPage : 0
  const [found, total] = await Promise.all([
    // The row too many tells that there is a next page.
    listAttachedContacts(ctx.db, ctx.workspaceId, companyId, place, { limit: perPage + 1, offset }),
    countAttachedContacts(ctx.db, ctx.workspaceId, companyId),
  ])
  const rows = found.slice(0, perPage)
  const next = found.length > perPage ? place.next(rows.at(-1)!) : undefined
  return { rows, total, pages: cursorPages(place.page, perPage, total, next) }
}
