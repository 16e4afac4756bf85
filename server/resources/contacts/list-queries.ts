/** The SQL of lists and searches of contacts, which show only those that are active. */
import type { Db } from '../../db/pool.ts'
import { readCount } from '../../db/counts.ts'
import type { ContactMergesRow } from '../../db/types/contact_merges.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { cut, findPage, type Found, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { searchedContacts } from './searched.ts'

export async function listContacts(db: Db, workspaceId: number, page: Page): Promise<Found<ContactsRow>> {
  const { keyset, perPage } = page
  const [rows, total] = await Promise.all([
    // The row too many shows that there is a next page.
    db<(ContactsRow & Sorted)[]>`
      select *, ${keyset.sortKey} as sort_key from contacts
      where contacts.workspace_id = ${workspaceId} and contacts.listed and ${keyset.after}
      order by ${keyset.orderBy} limit ${perPage + 1}`,
    readCount(db, workspaceId, 'contacts'),
  ])
  return { ...cut(rows, page), total }
}

export const searchContacts = (
  db: Db,
  workspaceId: number,
  asked: Omit<Search, 'model'>,
): Promise<Found<ContactsRow>> =>
  findPage(
    db,
    workspaceId,
    { ...asked, model: searchedContacts },
    (ids: string[]) =>
      db<ContactsRow[]>`
      select * from contacts
      where contacts.workspace_id = ${workspaceId} and contacts.listed and contacts.id = any(${ids}::text[])
      order by array_position(${ids}::text[], contacts.id)`,
  )

/** The merges into one contact. */
export async function listMerges(db: Db, workspaceId: number, intoId: string, page: Page) {
  const { keyset, perPage } = page
  const rows = await db<(ContactMergesRow & Sorted)[]>`
    select *, from_id as id, ${keyset.sortKey} as sort_key from contact_merges
    where workspace_id = ${workspaceId} and into_id = ${intoId} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  return cut(rows, page)
}

/** Segments of people, of those ids. */
export const listSegments = (db: Db, workspaceId: number, ids: string[]): Promise<SegmentsRow[]> => db<SegmentsRow[]>`
  select * from segments where workspace_id = ${workspaceId} and id = any(${ids}) and person_type <> 'company'`
