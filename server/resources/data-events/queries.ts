/** The SQL of data events and their summaries; list-queries.ts reads, move-queries.ts moves them. */
import { fragment, type Db } from '../../db/pool.ts'
import type { DataEventSummariesRow } from '../../db/types/data_event_summaries.ts'
import type { Snapshot } from '../../events/emit.ts'
import type { DataEventRow, Person } from './data-event.ts'
import { TELLABLE } from './person.ts'

/** An event of somebody, and what is told of it. */
export interface Submission extends DataEventRow {
  workspace_id: number
  contact_id: string
  item: Snapshot
  now: Date
}

/**
 * One statement: the events, their summaries and what is told of them, duplicates left out. The contacts are held
 * meanwhile, so that an event never lands on one who is just merged away. Statements that write at once wait for each
 * other only where contact and name are the same.
 * @param held for contacts that are locked by others: wait for them, or leave them out
 * @returns the ids of the events whose contacts were found, duplicates among them
 */
export async function insertDataEvents(
  db: Db,
  submissions: Submission[],
  held: 'wait' | 'leave out',
): Promise<Set<string>> {
  const found = await db<{ id: string }[]>`
    with input as (
      select * from json_to_recordset(${submissions as never}::json) as input (
        workspace_id int, contact_id text, created_at timestamptz, event_name text, id uuid, metadata json, item json,
        now timestamptz)),
    person as materialized (
      select wanted.workspace_id, wanted.contact_id
      from (select distinct workspace_id, contact_id from input order by 1, 2) wanted
      cross join lateral (
        select from contacts
        where contacts.workspace_id = wanted.workspace_id and contacts.id = wanted.contact_id and ${TELLABLE}
        limit 1 for key share ${held === 'wait' ? fragment`` : fragment`skip locked`}) contact),
    made as (
      insert into data_events (workspace_id, contact_id, created_at, event_name, id, metadata)
      select workspace_id, contact_id, created_at, event_name, id, metadata
      from input join person using (workspace_id, contact_id)
      -- In one order, so that two statements do not wait for each other.
      order by workspace_id, contact_id, created_at, event_name
      on conflict do nothing
      returning workspace_id, contact_id, created_at, event_name, id),
    summary as (
      insert into data_event_summaries as kept (workspace_id, contact_id, event_name, first_at, last_at, count)
      select workspace_id, contact_id, event_name, min(created_at), max(created_at), count(*)
      from made group by 1, 2, 3 order by 1, 2, 3
      on conflict (workspace_id, contact_id, event_name) do update set
        first_at = least(kept.first_at, excluded.first_at),
        last_at = greatest(kept.last_at, excluded.last_at),
        count = kept.count + excluded.count),
    told as (
      insert into events (workspace_id, topic, item, created_at)
      select made.workspace_id, 'event.created', input.item, input.now from made join input using (id))
    select input.id from input join person using (workspace_id, contact_id)`
  return new Set(found.map(({ id }) => id))
}

export type Summary = Pick<DataEventSummariesRow, 'event_name' | 'first_at' | 'last_at' | 'count'>

/** Each summary says from now on what is given, whatever it said before. One of a name. */
export async function replaceSummaries(
  db: Db,
  workspaceId: number,
  personId: Person['id'],
  summaries: Summary[],
): Promise<void> {
  await db`
    insert into data_event_summaries ${db(
      summaries
        // In one order, so that two that write the same ones do not wait for each other.
        .toSorted((a, b) => (a.event_name < b.event_name ? -1 : 1))
        .map((summary) => ({ workspace_id: workspaceId, contact_id: personId, ...summary })),
      'workspace_id',
      'contact_id',
      'event_name',
      'first_at',
      'last_at',
      'count',
    )}
    on conflict (workspace_id, contact_id, event_name) do update set
      first_at = excluded.first_at, last_at = excluded.last_at, count = excluded.count`
}

/** A contact that nobody merges away or deletes before the transaction ends. @returns false where it is gone */
export async function holdPerson(db: Db, workspaceId: number, personId: string): Promise<boolean> {
  const rows = await db`
    select from contacts
    where workspace_id = ${workspaceId} and id = ${personId} and ${TELLABLE} for key share`
  return rows.length > 0
}
