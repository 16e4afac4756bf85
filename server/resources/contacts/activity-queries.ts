/**
 * The SQL of what happened to contacts. A write that creates, merges or deletes a contact, or turns it into a user,
 * records an activity in the same transaction. The list is in the order of writing, not of the times: a request that
 * took long stands where it ended, behind what a reader may have seen before.
 */
import { fragment, type Db } from '../../db/pool.ts'
import type { ContactActivitiesRow } from '../../db/types/contact_activities.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { isHexId } from '../../ids.ts'
import type { ActivityRow, EVENT_TYPES } from './activity.ts'

type Happened = Pick<ContactsRow, 'id' | 'role'> & {
  event_type: (typeof EVENT_TYPES)[number]
  merge?: { from: string; into: string }
}

export const insertActivity = async (
  db: Db,
  workspaceId: number,
  { id, role, event_type, merge }: Happened,
  now: Date,
): Promise<void> =>
  void (await db`insert into contact_activities ${db(
    {
      workspace_id: workspaceId,
      event_type,
      contact_id: id,
      role,
      merge_source_id: merge?.from ?? null,
      merge_target_id: merge?.into ?? null,
      created_at: now,
    },
    'workspace_id',
    'event_type',
    'contact_id',
    'role',
    'merge_source_id',
    'merge_target_id',
    'created_at',
  )}`)

/** Inserts the activity as a part of the statement that makes the contact. */
export const creationRow = ({ workspace_id, id, role, created_at }: ContactsRow) => fragment`
  insert into contact_activities (workspace_id, event_type, contact_id, role, created_at)
  select ${workspace_id}::int, 'contact.created', ${id}, ${role}, ${created_at}::timestamptz`

/** Records a refused merge, unless it names a contact that does not exist. */
export async function insertMergeFailure(
  db: Db,
  workspaceId: number,
  { from, into }: { from: string; into: string },
  failureReason: string,
  now: Date,
): Promise<void> {
  const ids = [...new Set([from, into])]
  if (!ids.every(isHexId)) return
  await db`
    insert into contact_activities (
      workspace_id, event_type, contact_id, merge_source_id, merge_target_id, failure_reason, created_at)
    select ${workspaceId}::int, 'contact.merge_failed', ${from}, ${from}, ${into}, ${failureReason}, ${now}::timestamptz
    where (select count(*) from contacts where workspace_id = ${workspaceId} and id = any(${ids})) = ${ids.length}`
}

/** @param after the last one of the page before */
export const listActivities = (
  db: Db,
  workspaceId: number,
  after: ContactActivitiesRow['id'] | number,
  limit: number,
): Promise<ActivityRow[]> => db<ActivityRow[]>`
  select a.*, c.external_id from contact_activities a
  left join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
  where a.workspace_id = ${workspaceId} and a.id > ${after}::bigint
  order by a.id limit ${limit}`
