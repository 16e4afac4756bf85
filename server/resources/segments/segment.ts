/** A segment on the wire: its members are the people or companies that its filter finds now. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../schema/types.ts'

export const Segment = model('segment', {
  type: Type.Literal('segment'),
  id: IdOf('segment'),
  name: described(Type.String(), 'The name.'),
  created_at: CreatedAt('segment'),
  updated_at: UpdatedAt('segment'),
  person_type: described(
    Type.Enum(['contact', 'user']),
    '`contact` for a segment of leads, `user` for one of users or of companies.',
  ),
  /** Only where it is asked for. */
  count: described(
    Type.Optional(Type.Integer()),
    'The number of its members. Present only if `include_count` asks for it.',
  ),
})

type SegmentWire = Static<typeof Segment>

/** The descriptions know segments of leads and of users only: one of companies reads as one of users. */
export const presentSegment = (row: SegmentsRow, count?: number): SegmentWire => ({
  type: 'segment',
  id: row.id,
  name: row.name,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  person_type: row.person_type === 'contact' ? 'contact' : 'user',
  ...(count !== undefined && { count }),
})

export const CountQuery = Type.Object({ include_count: Type.Optional(Type.Boolean()) })
