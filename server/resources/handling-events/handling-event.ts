/** A pause of a teammate, or the end of one, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoSeconds } from '../../clock.ts'
import { described, IsoTime, model, Nullable } from '../../schema/types.ts'

const Teammate = model('teammate_reference', {
  type: Type.Literal('admin'),
  id: described(Type.Integer(), 'The id of the admin, as a number.'),
  name: described(Type.String(), 'The name.'),
  email: described(Nullable(Type.String()), 'The email address.'),
})

export const HandlingEvent = model('handling_event', {
  teammate: described(Teammate, 'The admin who paused or resumed.'),
  type: described(Type.Enum(['paused', 'resumed']), '`paused` or `resumed`.'),
  timestamp: described(IsoTime, 'When it happened, as ISO 8601 text.'),
  reason: described(Nullable(Type.String()), 'The reason; null if none was given.'),
})

export interface HandlingEventRow {
  type: string
  reason: string | null
  happened_at: Date
  admin_id: number
  admin_name: string
  admin_email: string
}

export const presentHandlingEvent = (row: HandlingEventRow): Static<typeof HandlingEvent> => ({
  teammate: { type: 'admin', id: row.admin_id, name: row.admin_name, email: row.admin_email },
  type: row.type as 'paused' | 'resumed',
  timestamp: isoSeconds(row.happened_at),
  reason: row.reason,
})
