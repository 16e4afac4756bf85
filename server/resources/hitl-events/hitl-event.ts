/** A step of a consultation, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoSeconds } from '../../clock.ts'
import type { HitlEventsRow } from '../../db/types/hitl_events.ts'
import { described, IsoTime, model } from '../../schema/types.ts'
import { EVENT_TYPES, inOrder, type EventType } from './event-data.ts'

export const HitlEvent = model('hitl_event', {
  event_type: described(Type.Enum(EVENT_TYPES), 'The kind of step.'),
  data: described(
    Type.Record(Type.String(), Type.Unknown()),
    'Details of the step, by its kind; null where nothing is known.',
  ),
  timestamp: described(IsoTime, 'When it happened, as ISO 8601 text.'),
})

export const presentHitlEvent = (
  row: Pick<HitlEventsRow, 'event_type' | 'data' | 'happened_at'>,
): Static<typeof HitlEvent> => ({
  event_type: row.event_type as EventType,
  data: inOrder(row.event_type as EventType, row.data as Record<string, unknown>),
  timestamp: isoSeconds(row.happened_at),
})
