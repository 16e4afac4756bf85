/** The SQL of reading data events: an index of its own order, a month at a time. */
import { fragment, type Db } from '../../db/pool.ts'
import type { DataEventSummariesRow } from '../../db/types/data_event_summaries.ts'
import type { DataEventRow } from './data-event.ts'

export interface Window {
  /** Events at or after this time. */
  from: Date
  /** Events before this time. */
  before?: Date
  /** Events after this one in the list. */
  after?: { created_at: Date; event_name: string }
}

/** The newest first; events of one second are ordered by name. */
export const listDataEvents = (
  db: Db,
  workspaceId: number,
  personId: string,
  { from, before, after }: Window,
  limit: number,
): Promise<DataEventRow[]> => db<DataEventRow[]>`
  select id, event_name, created_at, metadata from data_events
  where workspace_id = ${workspaceId} and contact_id = ${personId} and created_at >= ${from}
    ${before ? fragment`and created_at < ${before}` : fragment``}
    ${
      // The first half tells which months need not be looked at.
      after
        ? fragment`and created_at <= ${after.created_at}
            and (created_at, event_name) < (${after.created_at}::timestamptz, ${after.event_name}::text)`
        : fragment``
    }
  order by created_at desc, event_name desc
  limit ${limit}`

/** By name. */
export const listSummaries = (
  db: Db,
  workspaceId: number,
  personId: string,
  after: string,
  limit: number,
): Promise<DataEventSummariesRow[]> => db<DataEventSummariesRow[]>`
  select * from data_event_summaries
  where workspace_id = ${workspaceId} and contact_id = ${personId} and event_name > ${after}
  order by event_name
  limit ${limit}`
