/** SQL of merging: moves records from one contact to another, and records the merge. */
import type { Db } from '../../../db/pool.ts'
import { fragment } from '../../../db/pool.ts'
import type { ContactMergesRow } from '../../../db/types/contact_merges.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { isHexId } from '../../../ids.ts'
import type { Counted } from '../../companies/people-queries.ts'
import { moveDataEvents } from '../../data-events/move-queries.ts'
import { moveBannerViews } from '../../banners/queries.ts'
import { deleteStreamTokens } from '../../conversation-streams/queries.ts'
import { moveTurns } from '../../fin/queries.ts'
import { moveMessages } from '../../messages/move-queries.ts'
import { forgetContact } from '../removal-queries.ts'

type Moving = Pick<ContactsRow, 'id' | 'listed'>

/**
 * A contact's tags, notes, calls, companies, grants, subscriptions, events, messages and questions to the AI agent go
 * over; ones that both have are had once. Its stream tokens end.
 * @returns the companies whose count of people changed
 */
export async function moveLinks(db: Db, workspaceId: number, from: Moving, into: Moving): Promise<Counted[]> {
  const [companies] = await Promise.all([
    moveCompanies(db, workspaceId, from, into),
    db`
      with moved as (
        delete from contact_tags where workspace_id = ${workspaceId} and contact_id = ${from.id} returning *)
      insert into contact_tags (workspace_id, contact_id, tag_id, applied_by, applied_at)
      select workspace_id, ${into.id}, tag_id, applied_by, applied_at from moved on conflict do nothing`,
    db`
      with moved as (
        delete from contact_subscriptions where workspace_id = ${workspaceId} and contact_id = ${from.id} returning *)
      insert into contact_subscriptions (workspace_id, contact_id, subscription_type_id, consent_type, created_at)
      select workspace_id, ${into.id}, subscription_type_id, consent_type, created_at from moved on conflict do nothing`,
    db`
      with moved as (
        delete from contact_granted_companies where workspace_id = ${workspaceId} and contact_id = ${from.id} returning *)
      insert into contact_granted_companies (workspace_id, contact_id, company_id, created_at)
      select workspace_id, ${into.id}, company_id, created_at from moved on conflict do nothing`,
    db`update notes set contact_id = ${into.id} where workspace_id = ${workspaceId} and contact_id = ${from.id}`,
    db`update phone_switches set contact_id = ${into.id} where workspace_id = ${workspaceId} and contact_id = ${from.id}`,
    db`update calls set contact_id = ${into.id} where workspace_id = ${workspaceId} and contact_id = ${from.id}`,
    moveDataEvents(db, workspaceId, from.id, into.id),
    moveMessages(db, workspaceId, from.id, into.id),
    moveBannerViews(db, workspaceId, from.id, into.id),
    moveTurns(db, workspaceId, from.id, into.id),
    deleteStreamTokens(db, workspaceId, from.id),
  ])
  return companies
}

/** A company counts contacts that lists show: it loses the one and wins the other where it did not have that. */
const moveCompanies = (db: Db, workspaceId: number, from: Moving, into: Moving): Promise<Counted[]> => db<Counted[]>`
  with moved as (
    delete from contact_companies where workspace_id = ${workspaceId} and contact_id = ${from.id} returning *),
  added as (
    insert into contact_companies (workspace_id, contact_id, company_id, created_at)
    select workspace_id, ${into.id}, company_id, created_at from moved on conflict do nothing returning company_id),
  changed as (
    select company_id, case when company_id in (select company_id from added) then ${Number(into.listed)}::int else 0 end
      - ${Number(from.listed)}::int as change
    from moved)
  update companies set user_count = user_count + change
  from changed where workspace_id = ${workspaceId} and id = changed.company_id and change <> 0 and deleted_at is null
  returning user_count, change`

/** Threads that a contact takes part in, wrote in, began or rated; it may have been taken out since. */
const threadsOf = (workspaceId: number, contactId: string) => fragment`
  select thread_id from thread_contacts where workspace_id = ${workspaceId} and contact_id = ${contactId}
  union select thread_id from thread_parts where workspace_id = ${workspaceId} and author_contact_id = ${contactId}
  union select id from threads where workspace_id = ${workspaceId} and source_contact_id = ${contactId}
  union select id from threads where workspace_id = ${workspaceId} and rating_contact_id = ${contactId}`

/** The threads of a contact: held before the contact itself, as whoever writes in them does. */
export const lockThreadsOf = async (db: Db, workspaceId: number, contactId: string): Promise<void> =>
  void (await db`
    select from threads
    where workspace_id = ${workspaceId} and id in (${threadsOf(workspaceId, contactId)})
    order by id for update`)

/** Messages and participations of the lead become the user's. */
export async function moveThreads(db: Db, workspaceId: number, from: string, into: string): Promise<void> {
  await db`
    with theirs as (${threadsOf(workspaceId, from)}),
    moved as (
      delete from thread_contacts where workspace_id = ${workspaceId} and contact_id = ${from} returning *),
    joined as (
      insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
      select workspace_id, thread_id, ${into}, created_at from moved on conflict do nothing),
    written as (
      update thread_parts set
        author_contact_id = ${into},
        author_type = case author_type when 'lead' then 'user' else author_type end
      where workspace_id = ${workspaceId} and author_contact_id = ${from})
    update threads set
      contact_ids = case
        when ${into}::text = any(contact_ids) then array_remove(contact_ids, ${from}::text)
        else array_replace(contact_ids, ${from}::text, ${into}::text) end,
      source_author_type = case
        when source_contact_id = ${from} and source_author_type = 'lead' then 'user' else source_author_type end,
      source_contact_id = case source_contact_id when ${from} then ${into} else source_contact_id end,
      rating_contact_id = case rating_contact_id when ${from} then ${into} else rating_contact_id end
    where workspace_id = ${workspaceId} and id in (select thread_id from theirs)`
}

/** From now on the one leads to the other, and keeps nothing of its own. */
export async function insertMerge(
  db: Db,
  workspaceId: number,
  { id, role, external_id }: ContactsRow,
  into: string,
  now: Date,
): Promise<void> {
  await Promise.all([
    db`insert into contact_merges ${db(
      {
        workspace_id: workspaceId,
        from_id: id,
        into_id: into,
        from_role: role,
        from_external_id: external_id,
        merged_at: now,
      },
      'workspace_id',
      'from_id',
      'into_id',
      'from_role',
      'from_external_id',
      'merged_at',
    )}`,
    forgetContact(db, workspaceId, id, 'merged', now),
  ])
}

/** The newest merges into a contact that are shown with it. */
const SHOWN = 150

/** By contact, the newest first. */
export const listMergesInto = (db: Db, workspaceId: number, ids: string[]): Promise<ContactMergesRow[]> =>
  db<ContactMergesRow[]>`
    select m.* from unnest(${ids}::text[]) as contact (id)
    cross join lateral (
      select * from contact_merges where workspace_id = ${workspaceId} and into_id = contact.id
      order by merged_at desc, from_id desc limit ${SHOWN}) m
    order by m.merged_at desc, m.from_id desc`

/** A contact that was merged away is known by its id, and by the external_id that it had. */
export type MergedAway = { id: string } | { external_id: string }

/** The longest chain of merges that is followed. */
const HOPS = 3

/** The contact that one merged away has become, unless that is archived or deleted. */
export async function findMergeTarget(db: Db, workspaceId: number, merged: MergedAway): Promise<string | undefined> {
  if ('id' in merged && !isHexId(merged.id)) return undefined
  const first = 'id' in merged ? fragment`from_id = ${merged.id}` : fragment`from_external_id = ${merged.external_id}`
  const [target] = await db<{ id: string; state: string }[]>`
    with recursive hop as (
      (select into_id, 1 as number from contact_merges
        where workspace_id = ${workspaceId} and ${first} order by merged_at desc limit 1)
      union all
      select next.into_id, hop.number + 1 from hop
      join contact_merges next on next.workspace_id = ${workspaceId} and next.from_id = hop.into_id
      where hop.number < ${HOPS})
    select contacts.id, contacts.state from hop
    join contacts on contacts.workspace_id = ${workspaceId} and contacts.id = hop.into_id
    order by hop.number desc limit 1`
  return target && !['archived', 'deleted'].includes(target.state) ? target.id : undefined
}
