/** The SQL of visitors: contacts of role `visitor`. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import { listCompaniesByIds } from '../companies/queries.ts'
import type { VisitorRow } from './visitor.ts'

/** Identifiers of a person in a request; the first one given counts. */
export interface Naming {
  id?: string | number
  user_id?: string | number
  email?: string | null
}

const VISITING = fragment`role = 'visitor' and state = 'active'`

/** @throws 404 */
export async function getVisitor(db: Db, workspaceId: number, naming: Naming, now: Date): Promise<VisitorRow> {
  const [row] = await select(db, workspaceId, naming, fragment``)
  if (!row) throw notFound('visitor')
  return withAttached(db, workspaceId, row, now)
}

/**
 * Nobody else changes it before the transaction ends.
 * @throws 404
 */
export async function getVisitorForUpdate(db: Db, workspaceId: number, naming: Naming): Promise<ContactsRow> {
  const [row] = await select(db, workspaceId, naming, fragment`for update`)
  if (!row) throw notFound('visitor')
  return row
}

/** The id of a visitor that is not held, as what must be held before it hangs on it. @throws 404 */
export async function getVisitorId(db: Db, workspaceId: number, naming: Naming): Promise<string> {
  const [row] = await select(db, workspaceId, naming, fragment``)
  if (!row) throw notFound('visitor')
  return row.id
}

async function select(db: Db, workspaceId: number, naming: Naming, locking: Fragment): Promise<ContactsRow[]> {
  const named = namedBy(naming)
  if (!named) return []
  return db<ContactsRow[]>`
    select * from contacts where workspace_id = ${workspaceId} and ${VISITING} and ${named}
    order by created_at desc, id desc limit 1 ${locking}`
}

function namedBy({ id, user_id, email }: Naming): Fragment | undefined {
  if (id !== undefined) return isHexId(String(id)) ? fragment`id = ${String(id)}` : undefined
  if (user_id !== undefined) return fragment`external_id = ${String(user_id)}`
  return email ? fragment`lower(email) = lower(${email}) and email is not null` : undefined
}

/** With its tags and companies, in the order in which it got them. */
export async function withAttached(db: Db, workspaceId: number, row: ContactsRow, now: Date): Promise<VisitorRow> {
  const [tags, companies] = await Promise.all([
    row.tag_ids.length === 0
      ? []
      : db<VisitorRow['tags']>`
          select id, name from tags where workspace_id = ${workspaceId} and id = any(${row.tag_ids})
          order by array_position(${row.tag_ids}::bigint[], id)`,
    listCompaniesByIds(db, workspaceId, row.company_ids as string[], now),
  ])
  return { ...row, tags, companies }
}

/** Visitors, users and leads alike, locked until the transaction ends; deleted ones are left out. */
export async function lockPeople(db: Db, workspaceId: number, ids: string[]): Promise<Map<string, ContactsRow>> {
  // In the order of their ids, so that two that want the same ones do not wait for each other.
  const rows = await db<ContactsRow[]>`
    select * from contacts
    where workspace_id = ${workspaceId} and id = any(${ids}) and state in ('active', 'archived', 'blocked')
    order by id for update`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Finds the contact that a visitor turns out to be, by external_id or email. */
export type Known = Pick<ContactsRow, 'id' | 'state'>

/** A user or a lead, whatever the role that is asked for. */
export async function findByExternalId(db: Db, workspaceId: number, externalId: string): Promise<Known | undefined> {
  const [row] = await db<Known[]>`
    select id, state from contacts
    where workspace_id = ${workspaceId} and external_id = ${externalId} and role <> 'visitor'`
  return row
}

/** Prefers contacts of the role that lists show, then the oldest. */
export async function findByEmail(
  db: Db,
  workspaceId: number,
  role: 'user' | 'lead',
  email: string,
): Promise<Known | undefined> {
  const [row] = await db<Known[]>`
    select id, state from contacts
    where workspace_id = ${workspaceId} and lower(email) = lower(${email}) and email is not null and role = ${role}
      and (state = 'active' or role = 'user')
    order by listed desc, created_at, id limit 1`
  return row
}
