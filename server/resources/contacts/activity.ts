/** An activity of a contact, on the wire: it was created, merged, deleted, or became a user. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ContactActivitiesRow } from '../../db/types/contact_activities.ts'
import { described, Id, model, Timestamp } from '../../schema/types.ts'
import { invalidCursor } from '../../http/cursor.ts'

export const EVENT_TYPES = [
  'contact.created',
  'contact.role_updated',
  'contact.deleted',
  'contact.merged',
  'contact.merge_failed',
] as const

export const ContactActivity = model('contact_activity', {
  type: Type.Literal('contact_activity'),
  id: described(Type.String(), 'The id of the activity: its time in milliseconds and a number, joined by a dot.'),
  event_type: described(Type.Enum([...EVENT_TYPES]), 'The kind of event.'),
  contact_id: described(Id, 'The id of the contact that it happened to.'),
  external_id: described(
    Type.Optional(Type.String()),
    'The id that the contact has in your own system now. Absent if there is none.',
  ),
  role: described(
    Type.Optional(Type.Enum(['user', 'lead', 'visitor'])),
    'The role of the contact after it. Absent if unknown.',
  ),
  merge_source_id: described(
    Type.Optional(Id),
    'The id of the contact to be merged away. Absent unless it is a merge.',
  ),
  merge_target_id: described(Type.Optional(Id), 'The id of the contact that stays. Absent unless it is a merge.'),
  failure_reason: described(
    Type.Optional(Type.String()),
    'The reason for refusing a merge. Absent unless one was refused.',
  ),
  created_at: described(Timestamp, 'When it happened.'),
})
type Activity = Static<typeof ContactActivity>

/** An activity shows the external_id that its contact has now. */
export type ActivityRow = ContactActivitiesRow & { external_id: string | null }

export function presentActivity(row: ActivityRow): Activity {
  return {
    type: 'contact_activity',
    id: wireId(row),
    event_type: row.event_type as Activity['event_type'],
    contact_id: row.contact_id,
    ...(row.external_id !== null && { external_id: row.external_id }),
    ...(row.role !== null && { role: row.role as NonNullable<Activity['role']> }),
    ...(row.merge_source_id !== null && { merge_source_id: row.merge_source_id }),
    ...(row.merge_target_id !== null && { merge_target_id: row.merge_target_id }),
    ...(row.failure_reason !== null && { failure_reason: row.failure_reason }),
    created_at: unix(row.created_at),
  }
}

/** When, in milliseconds, and which: `1717000000000.0000a1`. It is the cursor of what comes after, too. */
export const wireId = ({ id, created_at }: Pick<ContactActivitiesRow, 'id' | 'created_at'>): string =>
  `${created_at.getTime()}.${id.toString(16).padStart(6, '0')}`

const WIRE_ID = /^\d{1,15}\.([0-9a-f]{6,13})$/

/** @throws 400 client_error */
export function activityId(cursor: string): number {
  const id = Number.parseInt(WIRE_ID.exec(cursor)?.[1] ?? '', 16)
  if (!Number.isSafeInteger(id)) throw invalidCursor()
  return id
}
