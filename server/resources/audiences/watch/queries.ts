/** The SQL of watched audiences: watchers, contacts that new events concern, and members that came and went. */
import { fragment, type Db, type Fragment } from '../../../db/pool.ts'

export const MEMBER_ADDED = 'audience.member_added'
export const MEMBER_REMOVED = 'audience.member_removed'

/** A workspace that has, or had, a webhook which is told of members. */
export interface Watcher {
  workspace_id: number
  watching: boolean
  /** True if members are kept. */
  started: boolean
  /** True if the outbox has events that were not read. */
  news: boolean
  checked_at: Date | null
}

export const listWatchers = (db: Db): Promise<Watcher[]> => db<Watcher[]>`
  select coalesce(w.workspace_id, r.workspace_id) as workspace_id, w.workspace_id is not null as watching,
    r.workspace_id is not null as started, r.checked_at,
    exists (select from events e where e.workspace_id = r.workspace_id and e.id > r.read_to) as news
  from (
    select distinct workspace_id from webhooks
    where active and topics && ${[MEMBER_ADDED, MEMBER_REMOVED]}::text[]) w
  full join audience_watches r on r.workspace_id = w.workspace_id`

/** @returns false where another process has just done it */
export async function insertWatch(db: Db, workspaceId: number, readTo: number, now: Date): Promise<boolean> {
  const rows = await db`
    insert into audience_watches (workspace_id, read_to, checked_at) values (${workspaceId}, ${readTo}, ${now})
    on conflict do nothing returning workspace_id`
  return rows.length > 0
}

export async function deleteWatch(db: Db, workspaceId: number): Promise<void> {
  await db`delete from audience_watches where workspace_id = ${workspaceId}`
  await db`delete from audience_members where workspace_id = ${workspaceId}`
}

/** Undefined where it is in another process's hands. */
export async function lockWatch(db: Db, workspaceId: number): Promise<{ read_to: number } | undefined> {
  const [row] = await db<{ read_to: number }[]>`
    select read_to from audience_watches where workspace_id = ${workspaceId} for no key update skip locked`
  return row
}

export async function moveWatch(db: Db, workspaceId: number, readTo: number): Promise<void> {
  await db`
    update audience_watches set read_to = ${readTo} where workspace_id = ${workspaceId} and read_to < ${readTo}`
}

export async function markChecked(db: Db, workspaceId: number, now: Date): Promise<void> {
  await db`update audience_watches set checked_at = ${now} where workspace_id = ${workspaceId}`
}

/** The ids of things that an event is about, by its item. */
export interface Concerned {
  id: number
  topic: string
  item_id: string | null
  contacts: string[]
  company_id: string | null
}

/** Events that may bring contacts into audiences, or out of them, oldest first. Contacts stand in items in four places. */
export const listConcerned = (db: Db, workspaceId: number, after: number, limit: number): Promise<Concerned[]> => db<
  Concerned[]
>`
  select id, topic, item ->> 'id' as item_id,
    case when topic like 'company.%' then coalesce(item #>> '{company,id}', item ->> 'id') end as company_id,
    array_remove(array[
      case when topic like 'contact.%' or topic like 'visitor.%' then item ->> 'id' end, item #>> '{contact,id}',
      item #>> '{merged_from,id}'] || array(
      select one ->> 'id' from json_array_elements(case
        when json_typeof(item #> '{contacts,contacts}') = 'array' then item #> '{contacts,contacts}' else '[]' end) one
    ), null) as contacts
  from events
  where workspace_id = ${workspaceId} and id > ${after} and topic not in (${MEMBER_ADDED}, ${MEMBER_REMOVED})
    and topic ~ '^(contact|visitor|company|granular|conversation|audience)\\.'
  order by id limit ${limit}`

export async function listContactsOf(db: Db, workspaceId: number, companyIds: string[]): Promise<string[]> {
  if (companyIds.length === 0) return []
  const rows = await db<{ contact_id: string }[]>`
    select distinct contact_id from contact_companies
    where workspace_id = ${workspaceId} and company_id = any(${companyIds}::text[])`
  return rows.map(({ contact_id }) => contact_id)
}

interface Update {
  audienceId: number
  /** The condition on `contacts`. */
  condition: Fragment
  /** The contacts to look at; all where it is left out. */
  contacts?: string[] | undefined
  /** True if events tell who came and went. */
  told: boolean
}

/** Makes the kept members those that meet the condition now. */
export async function updateMembers(
  db: Db,
  workspaceId: number,
  { audienceId, condition, contacts, told }: Update,
  now: Date,
): Promise<void> {
  const looked = (column: Fragment) =>
    contacts === undefined ? fragment`true` : fragment`${column} = any(${contacts}::text[])`
  await db`
    with matching as materialized (
      select contacts.id from contacts
      where contacts.workspace_id = ${workspaceId} and listed and ${looked(fragment`contacts.id`)} and ${condition}),
    gone as (
      delete from audience_members m
      where m.workspace_id = ${workspaceId} and m.audience_id = ${audienceId} and ${looked(fragment`m.contact_id`)}
        and not exists (select from matching where matching.id = m.contact_id)
      returning m.contact_id),
    came as (
      insert into audience_members (workspace_id, audience_id, contact_id)
      select ${workspaceId}, ${audienceId}, id from matching
      on conflict do nothing returning contact_id)
    insert into events (workspace_id, topic, item, created_at)
    select ${workspaceId}, topic, json_build_object('type', 'audience_membership', 'audience_id', ${audienceId}::text,
      'content', json_build_object('type', 'contact', 'id', contact_id)), ${now}::timestamptz
    from (
      select ${MEMBER_REMOVED} as topic, contact_id from gone
      union all
      select ${MEMBER_ADDED}, contact_id from came) changed
    where ${told}::boolean
    order by contact_id`
}
