/** An activity of a contact, on the wire: it was created, merged, deleted, or became a user. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ContactActivitiesRow } from '../../db/types/contact_activities.ts'
import { Id, model, Timestamp } from '../../schema/types.ts'
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
  id: Type.String(),
  event_type: Type.Enum([...EVENT_TYPES]),
  contact_id: Id,
  external_id: Type.Optional(Type.String()),
  role: Type.Optional(Type.Enum(['user', 'lead', 'visitor'])),
  merge_source_id: Type.Optional(Id),
  merge_target_id: Type.Optional(Id),
  failure_reason: Type.Optional(Type.String()),
  created_at: Timestamp,
})
type Activity = Static<typeof ContactActivity>

/** With the external_id that its contact has now. */
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
