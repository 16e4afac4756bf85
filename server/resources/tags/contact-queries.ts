/** The SQL of tags on contacts: the link rows, and the list on the contact that repeats them. */
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { AppliedTagRow, Application } from './tag.ts'

/** A contact's tags, in the order in which they were applied. */
export const listContactTags = (
  db: Db,
  workspaceId: number,
  contact: Pick<ContactsRow, 'id' | 'tag_ids'>,
): Promise<AppliedTagRow[]> => db<AppliedTagRow[]>`
  select t.id, t.name, l.applied_at, l.applied_by
  from contact_tags l join tags t on t.workspace_id = l.workspace_id and t.id = l.tag_id
  where l.workspace_id = ${workspaceId} and l.contact_id = ${contact.id}
  order by array_position(${contact.tag_ids}::bigint[], t.id), l.applied_at, t.id`

/** When and by whom a tag was applied, where it hangs on the contact. */
export async function findContactTag(
  db: Db,
  workspaceId: number,
  contactId: string,
  tagId: number,
): Promise<Application | undefined> {
  const [row] = await db<Application[]>`
    select applied_at, applied_by from contact_tags
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and tag_id = ${tagId}`
  return row
}

/** @returns the contacts that did not have the tag, as they are now */
export const insertContactTags = (
  db: Db,
  workspaceId: number,
  tagId: number,
  contactIds: string[],
  { applied_at, applied_by }: Application,
): Promise<ContactsRow[]> => db<ContactsRow[]>`
  with held as (
    select id from contacts
    where workspace_id = ${workspaceId} and id = any(${contactIds}::text[])
      and role <> 'visitor' and state in ('active', 'archived', 'blocked')
    order by id for no key update),
  made as (
    insert into contact_tags (workspace_id, contact_id, tag_id, applied_by, applied_at)
    select ${workspaceId}::int, id, ${tagId}::bigint, ${applied_by}::bigint, ${applied_at}::timestamptz from held
    on conflict do nothing returning contact_id)
  update contacts set tag_ids = tag_ids || ${tagId}::bigint, updated_at = greatest(updated_at, ${applied_at}::timestamptz)
  from made where contacts.workspace_id = ${workspaceId} and contacts.id = made.contact_id
  returning contacts.*`

/** @returns the contacts that had the tag, as they are now */
export const deleteContactTags = (
  db: Db,
  workspaceId: number,
  tagId: number,
  contactIds: string[],
  now: Date,
): Promise<ContactsRow[]> => db<ContactsRow[]>`
  with held as (
    select id from contacts
    where workspace_id = ${workspaceId} and id = any(${contactIds}::text[])
    order by id for no key update),
  gone as (
    delete from contact_tags
    where workspace_id = ${workspaceId} and tag_id = ${tagId} and contact_id in (select id from held)
    returning contact_id)
  update contacts set tag_ids = array_remove(tag_ids, ${tagId}::bigint), updated_at = greatest(updated_at, ${now}::timestamptz)
  from gone where contacts.workspace_id = ${workspaceId} and contacts.id = gone.contact_id
  returning contacts.*`
