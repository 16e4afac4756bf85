/** The SQL of lists and searches of contacts, which show only those that are active. */
import type { Db, Fragment } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import { readCount } from '../../db/counts.ts'
import type { ContactMergesRow } from '../../db/types/contact_merges.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import type { Keyset } from '../../search/keyset.ts'

export interface Page {
  keyset: Keyset
  perPage: number
}

export interface Found<Row> {
  rows: Row[]
  /** The cursor of the next page, undefined on the last. */
  next: string | undefined
}

type Sorted<Row> = Row & { sort_key: Date | number | string | null }

export async function listContacts(db: Db, workspaceId: number, page: Page) {
  const [found, total] = await Promise.all([
    selectPage(db, workspaceId, fragment`true`, page),
    readCount(db, workspaceId, 'contacts'),
  ])
  return { ...found, total }
}

/** @param condition what `compileQuery` made */
export async function searchContacts(db: Db, workspaceId: number, condition: Fragment, page: Page) {
  const found = await selectPage(db, workspaceId, condition, page)
  const isWhole = page.keyset.page === 1 && found.next === undefined
  const total = isWhole ? found.rows.length : await countContacts(db, workspaceId, condition)
  return { ...found, total }
}

async function selectPage(
  db: Db,
  workspaceId: number,
  condition: Fragment,
  { keyset, perPage }: Page,
): Promise<Found<ContactsRow>> {
  const rows = await db<Sorted<ContactsRow>[]>`
    select *, ${keyset.sortKey} as sort_key from contacts
    where contacts.workspace_id = ${workspaceId} and contacts.listed and ${condition} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  return cut(rows, keyset, perPage)
}

/** The row too many tells that there is a next page. */
function cut<Row>(rows: (Sorted<Row> & { id: string })[], keyset: Keyset, perPage: number): Found<Row> {
  if (rows.length <= perPage) return { rows, next: undefined }
  return { rows: rows.slice(0, perPage), next: keyset.next(rows[perPage - 1]!) }
}

async function countContacts(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from contacts
    where contacts.workspace_id = ${workspaceId} and contacts.listed and ${condition}`
  return row!.total
}

/** The merges into one contact. */
export async function listMerges(db: Db, workspaceId: number, intoId: string, { keyset, perPage }: Page) {
  const rows = await db<Sorted<ContactMergesRow & { id: string }>[]>`
    select *, from_id as id, ${keyset.sortKey} as sort_key from contact_merges
    where workspace_id = ${workspaceId} and into_id = ${intoId} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  return cut<ContactMergesRow>(rows, keyset, perPage)
}

export const listAttributeTypes = (db: Db, workspaceId: number) => db<{ name: string; data_type: string }[]>`
  select name, data_type from data_attributes
  where workspace_id = ${workspaceId} and model = 'contact' and not archived`

/** Segments of people, of those ids. */
export const listSegments = (db: Db, workspaceId: number, ids: string[]): Promise<SegmentsRow[]> => db<SegmentsRow[]>`
  select * from segments where workspace_id = ${workspaceId} and id = any(${ids}) and person_type <> 'company'`
