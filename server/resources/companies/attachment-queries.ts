/**
 * The SQL of who belongs to which company. Writers lock the company before the contact (`lockCompany`,
 * `lockContact`), so that two writers never deadlock.
 */
import { fragment, type Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { isHexId } from '../../ids.ts'
import type { Keyset } from '../../search/keyset.ts'
import { PRESENT } from '../contacts/queries.ts'
import type { Counted } from './people-queries.ts'

type Attached = Pick<ContactsRow, 'id' | 'listed'>

export async function lockContact(db: Db, workspaceId: number, id: string): Promise<ContactsRow | undefined> {
  if (!isHexId(id)) return undefined
  const [row] = await db<ContactsRow[]>`
    select * from contacts where workspace_id = ${workspaceId} and id = ${id} and ${PRESENT} for no key update`
  return row
}

/** The contacts of a company in the order of their ids, from the one after `last` on. */
export const listContactsAfter = (
  db: Db,
  workspaceId: number,
  companyId: string,
  last: string,
  limit: number,
): Promise<ContactsRow[]> =>
  db<ContactsRow[]>`
    select c.* from contact_companies l join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
    where l.workspace_id = ${workspaceId} and l.company_id = ${companyId} and l.contact_id > ${last}
    order by l.contact_id limit ${limit}`

/** @returns the company's count of people now; undefined where this contact belonged to it already */
export async function insertAttachment(
  db: Db,
  workspaceId: number,
  { id: contactId, listed }: Attached,
  companyId: string,
  now: Date,
): Promise<Counted | undefined> {
  const change = Number(listed)
  const [row] = await db<Counted[]>`
    with attached as (
      insert into contact_companies (workspace_id, contact_id, company_id, created_at)
      values (${workspaceId}, ${contactId}, ${companyId}, ${now}) on conflict do nothing returning contact_id),
    contact as (
      update contacts set company_ids = company_ids || ${companyId}::text, updated_at = ${now}
      from attached where contacts.workspace_id = ${workspaceId} and contacts.id = attached.contact_id)
    update companies set user_count = user_count + ${change}::int, updated_at = ${now}
    from attached where companies.workspace_id = ${workspaceId} and companies.id = ${companyId}
    returning user_count, ${change}::int as change`
  return row
}

/** @returns the number of contacts of the company now; undefined if this contact did not belong to it */
export async function deleteAttachment(
  db: Db,
  workspaceId: number,
  { id: contactId, listed }: Attached,
  companyId: string,
  now: Date,
): Promise<Counted | undefined> {
  const change = -Number(listed)
  const [row] = await db<Counted[]>`
    with detached as (
      delete from contact_companies
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and company_id = ${companyId}
      returning contact_id),
    contact as (
      update contacts set company_ids = array_remove(company_ids, ${companyId}::text), updated_at = ${now}
      from detached where contacts.workspace_id = ${workspaceId} and contacts.id = detached.contact_id)
    update companies set user_count = user_count + ${change}::int, updated_at = ${now}
    from detached where companies.workspace_id = ${workspaceId} and companies.id = ${companyId}
    returning user_count, ${change}::int as change`
  return row
}

/** Contacts of a company in the order of their attachment, so that a new one does not move earlier pages. */
export const listAttachedContacts = (
  db: Db,
  workspaceId: number,
  companyId: string,
  { after, orderBy, sortKey }: Keyset,
  { limit, offset }: { limit: number; offset: number },
): Promise<(ContactsRow & { sort_key: Date })[]> =>
  db<(ContactsRow & { sort_key: Date })[]>`
    select contacts.*, ${sortKey} as sort_key ${attachedTo(workspaceId, companyId)} and ${after}
    order by ${orderBy} limit ${limit} offset ${offset}`

export async function countAttachedContacts(db: Db, workspaceId: number, companyId: string): Promise<number> {
  const [counted] = await db<{ total: number }[]>`select count(*) as total ${attachedTo(workspaceId, companyId)}`
  return counted!.total
}

const attachedTo = (workspaceId: number, companyId: string) => fragment`
  from contact_companies l
  join contacts on contacts.workspace_id = l.workspace_id and contacts.id = l.contact_id and contacts.listed
  where l.workspace_id = ${workspaceId} and l.company_id = ${companyId}`
