/** A page of contacts on the wire. */
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { CursorList, cursorPages } from '../../http/pages.ts'
import { orderBy } from '../../search/sort.ts'
import { withObjectsOfAll } from '../custom-objects/references.ts'
import { Contact, presentContact } from './contact.ts'
import type { Found, Page } from '../../search/find-page.ts'
import { withMergeHistories, type MergeHistoryQuery } from './merge/merge-history.ts'
import { contactSearch } from './search-fields.ts'

export const ContactList = CursorList(Contact)

/** Default order of lists and searches: the oldest first. */
export const USUAL = { perPage: 50, order: orderBy('created_at', 'ascending', contactSearch) }

export async function presentPage(
  ctx: Ctx,
  { keyset, perPage }: Page,
  { rows, next, total }: Found<ContactsRow>,
  asked: Static<typeof MergeHistoryQuery>,
): Promise<Static<typeof ContactList>> {
  const contacts = (await withObjectsOfAll(ctx, rows)).map((row) => presentContact(ctx.workspace, row))
  return {
    type: 'list',
    data: await withMergeHistories(ctx, asked, contacts),
    total_count: total,
    pages: cursorPages(keyset.page, perPage, total, next),
  }
}
