/**
 * Data events: actions of contacts as reported by clients, and their counts by contact and name. months.ts describes
 * the storage.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoTime, unix } from '../../clock.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { DataEventSummariesRow } from '../../db/types/data_event_summaries.ts'
import type { DataEventsRow } from '../../db/types/data_events.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'

const MaybeText = Nullable(Type.String())

/** The contact of the events. */
export type Person = Pick<ContactsRow, 'id' | 'external_id' | 'email'>
export type DataEventRow = Pick<DataEventsRow, 'id' | 'event_name' | 'created_at' | 'metadata'>

export const DataEvent = model('data_event', {
  type: Type.Literal('event'),
  id: Id,
  event_name: Type.String(),
  created_at: Timestamp,
  user_id: MaybeText,
  intercom_user_id: Id,
  email: MaybeText,
  metadata: Type.Record(Type.String(), Type.Unknown()),
})

export const presentDataEvent = (person: Person, row: DataEventRow): Static<typeof DataEvent> => ({
  type: 'event',
  id: row.id,
  event_name: row.event_name,
  created_at: unix(row.created_at),
  user_id: person.external_id,
  intercom_user_id: person.id,
  email: person.email,
  metadata: row.metadata as Record<string, unknown>,
})

const Pages = Type.Object({ next: Type.Optional(Type.String()), since: Type.Optional(Type.String()) })

export const DataEventList = model('data_event_list', {
  type: Type.Literal('event.list'),
  events: Type.Array(DataEvent),
  pages: Pages,
})

const DataEventSummaryItem = model('data_event_summary_item', {
  name: Type.String(),
  /** ISO 8601. */
  first: Type.String(),
  last: Type.String(),
  count: Type.Integer(),
  /** Parley knows of no descriptions: it is empty. */
  description: Type.String(),
})

export const DataEventSummary = model('data_event_summary', {
  type: Type.Literal('event.summary'),
  email: MaybeText,
  intercom_user_id: Id,
  user_id: MaybeText,
  events: Type.Array(DataEventSummaryItem),
  pages: Pages,
})

export const presentSummaryItem = (row: DataEventSummariesRow): Static<typeof DataEventSummaryItem> => ({
  name: row.event_name,
  first: isoTime(row.first_at),
  last: isoTime(row.last_at),
  count: row.count,
  description: '',
})
