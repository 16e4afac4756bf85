/** The SQL of contacts. What was deleted or merged away is not found here. */
import type { Db } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { countRow, eventRow, type Snapshot } from '../../events/emit.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import type { Clash } from './uniqueness.ts'

/** An archived contact is found by its id; lists and searches do not show it. */
export async function findContact(db: Db, workspaceId: number, id: string): Promise<ContactsRow | undefined> {
  if (!isHexId(id)) return undefined
  const [row] = await db<ContactsRow[]>`
    select * from contacts
    where workspace_id = ${workspaceId} and id = ${id} and role <> 'visitor' and state in ('active', 'archived', 'blocked')`
  return row
}

/** @throws 404 */
export async function getContact(db: Db, workspaceId: number, id: string): Promise<ContactsRow> {
  const row = await findContact(db, workspaceId, id)
  if (!row) throw notFound('contact')
  return row
}

/**
 * One statement: the contact, its event and its count, or the contact whose details it has.
 * Neither means that another transaction was quicker: ask again.
 */
export async function insertContact(
  db: Db,
  row: ContactsRow,
  topic: string,
  item: Snapshot,
): Promise<{ made: boolean; clash: Clash | undefined }> {
  const [result] = await db<{ made: boolean; id: string | null; state: string | null }[]>`
    with clash as (${clashOf(row)}),
    made as (
      insert into contacts (
        workspace_id, id, role, external_id, email, email_verified, phone, formatted_phone, name, avatar_url, owner_id,
        unsubscribed_from_emails, language_override, signed_up_at, last_seen_at, custom_attributes, created_at, updated_at)
      select
        ${row.workspace_id}::int, ${row.id}, ${row.role}, ${row.external_id}, ${row.email}, ${row.email_verified}::boolean,
        ${row.phone}, ${row.formatted_phone}, ${row.name}, ${row.avatar_url}, ${row.owner_id}::bigint,
        ${row.unsubscribed_from_emails}::boolean, ${row.language_override}, ${row.signed_up_at}::timestamptz,
        ${row.last_seen_at}::timestamptz, ${row.custom_attributes as never}::jsonb, ${row.created_at}::timestamptz,
        ${row.updated_at}::timestamptz
      where not exists (select from clash)
      on conflict do nothing
      returning id),
    event as (${eventRow(row.workspace_id, row.created_at, topic, item)}),
    counted as (${countRow(row.workspace_id, 'contacts', 1)})
    select exists (select from made) as made, clash.id, clash.state
    from (values (1)) one left join clash on true
    limit 1`
  const { made, id, state } = result!
  return { made, clash: id === null ? undefined : { id, state: state! } }
}

function clashOf({ workspace_id, role, external_id, email }: ContactsRow) {
  if (external_id !== null)
    return fragment`select id, state from contacts where workspace_id = ${workspace_id} and external_id = ${external_id}`
  if (role === 'user' && email !== null)
    return fragment`
      select id, state from contacts
      where workspace_id = ${workspace_id} and lower(email) = lower(${email}) and email is not null and role = 'user'
      order by created_at limit 1`
  return fragment`select null::text as id, null::text as state where false`
}
