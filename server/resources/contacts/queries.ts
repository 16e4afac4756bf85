/**
 * The SQL of one contact. Deleted and merged contacts are excluded. Lists are in list-queries.ts, what ends a contact
 * in removal-queries.ts and merge-queries.ts.
 */
import type { Db } from '../../db/pool.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { countRow, eventRow, type Snapshot } from '../../events/emit.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import { creationRow } from './activity-queries.ts'
import type { Clash, Identity } from './uniqueness.ts'

const ANY = fragment`role <> 'visitor' and state in ('active', 'archived', 'blocked')`

/** Users and leads that can be read and changed. An archived one can only be brought back or ended. */
export const PRESENT = fragment`role <> 'visitor' and state in ('active', 'blocked')`

export const findContact = (db: Db, workspaceId: number, id: string): Promise<ContactsRow | undefined> =>
  findBy(db, workspaceId, id, PRESENT)

/** @throws 404 */
export const getContact = async (db: Db, workspaceId: number, id: string): Promise<ContactsRow> =>
  found(await findContact(db, workspaceId, id))

/** Archived ones too. @throws 404 */
export const getAnyContact = async (db: Db, workspaceId: number, id: string): Promise<ContactsRow> =>
  found(await findBy(db, workspaceId, id, ANY))

async function findBy(db: Db, workspaceId: number, id: string, which: Fragment): Promise<ContactsRow | undefined> {
  if (!isHexId(id)) return undefined
  const [row] = await db<ContactsRow[]>`
    select * from contacts where workspace_id = ${workspaceId} and id = ${id} and ${which}`
  return row
}

function found(row: ContactsRow | undefined): ContactsRow {
  if (!row) throw notFound('contact')
  return row
}

/** Users only. */
export async function findUserByExternalId(
  db: Db,
  workspaceId: number,
  externalId: string,
): Promise<ContactsRow | undefined> {
  const [row] = await db<ContactsRow[]>`
    select * from contacts
    where workspace_id = ${workspaceId} and external_id = ${externalId} and role = 'user' and ${PRESENT}`
  return row
}

/** Contacts that nobody else changes before the transaction ends, by id; missing ones are left out. */
export const lockContacts = (db: Db, workspaceId: number, ids: string[]): Promise<Map<string, ContactsRow>> =>
  lockBy(db, workspaceId, ids, PRESENT)

/** @throws 404 */
export const getContactForUpdate = async (db: Db, workspaceId: number, id: string): Promise<ContactsRow> =>
  found((await lockContacts(db, workspaceId, [id])).get(id))

/** Archived ones too. @throws 404 */
export const lockAnyContact = async (db: Db, workspaceId: number, id: string): Promise<ContactsRow> =>
  found((await lockBy(db, workspaceId, [id], ANY)).get(id))

async function lockBy(db: Db, workspaceId: number, ids: string[], which: Fragment): Promise<Map<string, ContactsRow>> {
  // In the order of their ids, so that two that want the same ones do not wait for each other.
  const rows = await db<ContactsRow[]>`
    select * from contacts where workspace_id = ${workspaceId} and id = any(${ids.filter(isHexId)}) and ${which}
    order by id for update`
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * One statement: the contact, its event, its count and that it was made. A conflict undoes all of it: the ways to go on
 * after one (`on conflict do nothing`, rows made only where the contact was) take a tenth more of the database's time.
 * @throws a unique violation, which `claimNew` turns into 409
 */
export const insertContact = async (db: Db, row: ContactsRow, topic: string, item: Snapshot): Promise<void> =>
  void (await db`
    with event as (${eventRow(row.workspace_id, row.created_at, topic, item)}),
    counted as (${countRow(row.workspace_id, 'contacts', 1)}),
    written as (${creationRow(row)})
    insert into contacts (
      workspace_id, id, role, external_id, email, email_verified, phone, formatted_phone, name, avatar_url, owner_id,
      unsubscribed_from_emails, language_override, signed_up_at, last_seen_at, custom_attributes, created_at, updated_at)
    values (
      ${row.workspace_id}, ${row.id}, ${row.role}, ${row.external_id}, ${row.email}, ${row.email_verified},
      ${row.phone}, ${row.formatted_phone}, ${row.name}, ${row.avatar_url}, ${row.owner_id},
      ${row.unsubscribed_from_emails}, ${row.language_override}, ${row.signed_up_at}, ${row.last_seen_at},
      ${row.custom_attributes as never}::jsonb, ${row.created_at}, ${row.updated_at})`)

/** True of a user whose email alone tells it apart. */
export const isToldByEmail = ({ role, external_id, email }: Pick<ContactsRow, 'role' | 'external_id' | 'email'>) =>
  role === 'user' && external_id === null && email !== null

/** The contact that has what `identity` claims, if there is one. */
export async function findClash(
  db: Db,
  workspaceId: number,
  { id, external_id, email }: Identity,
): Promise<Clash | undefined> {
  const [row] = await db<Clash[]>`
    select id, state from (
      (${external_id === null ? NOBODY : withExternalId(workspaceId, external_id)})
      union all (${email === null ? NOBODY : usersWithEmail(workspaceId, email)})) taken
    where id <> ${id} limit 1`
  return row
}

const NOBODY = fragment`select null::text as id, null::text as state where false`

const withExternalId = (workspaceId: number, externalId: string) =>
  fragment`select id, state from contacts where workspace_id = ${workspaceId} and external_id = ${externalId}`

const usersWithEmail = (workspaceId: number, email: string) => fragment`
  select id, state from contacts
  where workspace_id = ${workspaceId} and lower(email) = lower(${email}) and email is not null and role = 'user'
  order by created_at limit 2`

/** Held until the transaction ends. */
export const lockEmail = async (db: Db, workspaceId: number, email: string): Promise<void> =>
  void (await db`select pg_advisory_xact_lock(hashtextextended(lower(${email}), ${workspaceId}::bigint))`)

/** Columns that a change may write. */
const CHANGEABLE = [
  'role',
  'state',
  'external_id',
  'email',
  'email_verified',
  'phone',
  'formatted_phone',
  'name',
  'avatar_url',
  'owner_id',
  'social_profiles',
  'has_hard_bounced',
  'marked_email_as_spam',
  'unsubscribed_from_emails',
  'unsubscribed_from_sms',
  'sms_consent',
  'enabled_push_messaging',
  'signed_up_at',
  'last_seen_at',
  'last_replied_at',
  'last_contacted_at',
  'last_email_opened_at',
  'last_email_clicked_at',
  'language_override',
  'browser',
  'browser_version',
  'browser_language',
  'os',
  'location_country',
  'location_region',
  'location_city',
  'location_country_code',
  'location_continent_code',
  'android_app_name',
  'android_app_version',
  'android_device',
  'android_os_version',
  'android_sdk_version',
  'android_last_seen_at',
  'ios_app_name',
  'ios_app_version',
  'ios_device',
  'ios_os_version',
  'ios_sdk_version',
  'ios_last_seen_at',
  'utm_campaign',
  'utm_content',
  'utm_medium',
  'utm_source',
  'utm_term',
  'referrer',
  'custom_attributes',
  'tag_ids',
  'note_ids',
  'company_ids',
  'opted_in_subscription_type_ids',
  'opted_out_subscription_type_ids',
  'session_count',
  'pseudonym',
  'do_not_track',
  'created_at',
] as const
export type ContactChanges = Partial<Pick<ContactsRow, (typeof CHANGEABLE)[number]>>

/** @param changes one column at the least */
export async function updateContact(
  db: Db,
  workspaceId: number,
  id: string,
  changes: ContactChanges,
  now: Date,
): Promise<ContactsRow> {
  const [row] = await db<ContactsRow[]>`
    update contacts set ${db({ ...changes, updated_at: now }, 'updated_at', ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}
