/** The SQL of data events and their summaries; list-queries.ts reads, move-queries.ts moves them. */
import type { Db, Pool } from '../../db/pool.ts'
import type { DataEventSummariesRow } from '../../db/types/data_event_summaries.ts'
import { eventRow, type Snapshot } from '../../events/emit.ts'
import type { DataEventRow, Person } from './data-event.ts'
import { ensureMonths, isMissingMonth } from './months.ts'
import { TELLABLE } from './person.ts'

/**
 * One statement: the event, its summary and what is told of it, unless it is a duplicate. The
 * contact is held meanwhile, so that an event never lands on one who is just merged away. Writers
 * wait for each other only where the contact and the name are the same, which real events are once
 * a second at the most.
 * @returns false where the contact is gone
 */
export async function insertDataEvent(
  db: Pool,
  workspaceId: number,
  personId: string,
  row: DataEventRow,
  told: { item: Snapshot; now: Date },
): Promise<boolean> {
  try {
    return await insert(db, workspaceId, personId, row, told)
  } catch (error) {
    if (!isMissingMonth(error)) throw error
    await ensureMonths(db, [row.created_at])
    return insert(db, workspaceId, personId, row, told)
  }
}

async function insert(
  db: Pool,
  workspaceId: number,
  personId: string,
  { id, event_name, created_at, metadata }: DataEventRow,
  { item, now }: { item: Snapshot; now: Date },
): Promise<boolean> {
  const [result] = await db<{ found: boolean }[]>`
    with person as (
      select id from contacts
      where workspace_id = ${workspaceId} and id = ${personId} and ${TELLABLE} for key share),
    made as (
      insert into data_events (workspace_id, contact_id, created_at, event_name, id, metadata)
      select ${workspaceId}::int, person.id, ${created_at}::timestamptz, ${event_name}, ${id}::uuid, ${metadata as never}::json
      from person
      on conflict do nothing
      returning contact_id),
    summary as (
      insert into data_event_summaries as kept (workspace_id, contact_id, event_name, first_at, last_at, count)
      select ${workspaceId}::int, contact_id, ${event_name}, ${created_at}::timestamptz, ${created_at}::timestamptz, 1 from made
      on conflict (workspace_id, contact_id, event_name) do update set
        first_at = least(kept.first_at, excluded.first_at),
        last_at = greatest(kept.last_at, excluded.last_at),
        count = kept.count + 1),
    event as (${eventRow(workspaceId, now, 'event.created', item)})
    select exists (select from person) as found`
  return result!.found
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
