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
import { described, Id, IdOf, model, Nullable, Timestamp } from '../../schema/types.ts'

const MaybeText = Nullable(Type.String())

/** The contact of the events. */
export type Person = Pick<ContactsRow, 'id' | 'external_id' | 'email'>
export type DataEventRow = Pick<DataEventsRow, 'id' | 'event_name' | 'created_at' | 'metadata'>

export const DataEvent = model('data_event', {
  type: Type.Literal('event'),
  id: IdOf('event'),
  event_name: described(Type.String(), 'The name of the event.'),
  created_at: described(Timestamp, 'When it happened.'),
  user_id: described(MaybeText, 'The id that the contact has in your own system; null if none was given.'),
  intercom_user_id: described(Id, 'The `id` of the contact.'),
  email: described(MaybeText, 'The email address of the contact; null if unknown.'),
  metadata: described(Type.Record(Type.String(), Type.Unknown()), 'Details of your own, by name.'),
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

const Pages = Type.Object({
  next: described(Type.Optional(Type.String()), 'The address of the next page. Absent on the last.'),
  since: described(
    Type.Optional(Type.String()),
    'The address of what will have happened later. Absent if there are no events.',
  ),
})

export const DataEventList = model('data_event_list', {
  type: Type.Literal('event.list'),
  events: described(Type.Array(DataEvent), 'The events of this page, the newest first.'),
  pages: described(Pages, 'The addresses to go on with.'),
})

const DataEventSummaryItem = model('data_event_summary_item', {
  name: described(Type.String(), 'The name of the event.'),
  /** ISO 8601. */
  first: described(Type.String(), 'When it first happened, in ISO 8601.'),
  last: described(Type.String(), 'When it last happened, in ISO 8601.'),
  count: described(Type.Integer(), 'The number of times that it happened.'),
  /** Parley knows of no descriptions: it is empty. */
  description: described(Type.String(), 'Always empty: events are not described.'),
})

export const DataEventSummary = model('data_event_summary', {
  type: Type.Literal('event.summary'),
  email: described(MaybeText, 'The email address of the contact; null if unknown.'),
  intercom_user_id: described(Id, 'The `id` of the contact.'),
  user_id: described(MaybeText, 'The id that the contact has in your own system; null if none was given.'),
  events: described(Type.Array(DataEventSummaryItem), 'One entry for each name of an event.'),
  pages: described(Pages, 'The addresses to go on with.'),
})

export const presentSummaryItem = (row: DataEventSummariesRow): Static<typeof DataEventSummaryItem> => ({
  name: row.event_name,
  first: isoTime(row.first_at),
  last: isoTime(row.last_at),
  count: row.count,
  description: '',
})
