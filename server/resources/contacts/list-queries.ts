/** The SQL of lists and searches of contacts, which show only those that are active. */
import type { Db, Fragment } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import { readCount } from '../../db/counts.ts'
import { wideRows } from '../../db/wide-rows.ts'
import type { ContactMergesRow } from '../../db/types/contact_merges.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { cut, findPage, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { MODELS } from '../../search/index/models.ts'

export async function listContacts(db: Db, workspaceId: number, page: Page) {
  const [rows, total] = await Promise.all([
    selectPage(db, workspaceId, fragment`true`, page),
    readCount(db, workspaceId, 'contacts'),
  ])
  return { ...cut(rows, page), total }
}

/** A query with what it means: see `searchContextOf` and `compileQuery`. */
export type Asked = Pick<Search<ContactsRow>, 'query' | 'context' | 'condition' | 'page'>

export const searchContacts = (db: Db, workspaceId: number, asked: Asked) =>
  findPage<ContactsRow>(db, workspaceId, {
    ...asked,
    model: MODELS.contact,
    select: (tx, condition) => selectPage(tx, workspaceId, condition, asked.page),
    count: (tx, condition) => countContacts(tx, workspaceId, condition),
  })

/** One row too many tells of a next page. */
const selectPage = (db: Db, workspaceId: number, condition: Fragment, { keyset, perPage }: Page) =>
  wideRows<Sorted<ContactsRow>>(db`
    select *, ${keyset.sortKey} as sort_key from contacts
    where contacts.workspace_id = ${workspaceId} and contacts.listed and ${condition} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`)

export async function countContacts(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from contacts
    where contacts.workspace_id = ${workspaceId} and contacts.listed and ${condition}`
  return row!.total
}

/** The merges into one contact. */
export async function listMerges(db: Db, workspaceId: number, intoId: string, page: Page) {
  const { keyset, perPage } = page
  const rows = await db<Sorted<ContactMergesRow & { id: string }>[]>`
    select *, from_id as id, ${keyset.sortKey} as sort_key from contact_merges
    where workspace_id = ${workspaceId} and into_id = ${intoId} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  return cut<ContactMergesRow>(rows, page)
}

/** Segments of people, of those ids. */
export const listSegments = (db: Db, workspaceId: number, ids: string[]): Promise<SegmentsRow[]> => db<SegmentsRow[]>`
  select * from segments where workspace_id = ${workspaceId} and id = any(${ids}) and person_type <> 'company'`
