/** The segment as the settings show it: of people or of companies, with the filter that defines it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { SegmentsRow } from '../../../db/types/segments.ts'
import { model } from '../../../schema/types.ts'
import { presentSegment, Segment } from '../segment.ts'

/** `contact` means leads, as it does in the API. */
export const PersonType = Type.Enum(['contact', 'user', 'company'], {
  description: 'Kind of its members: `user`, `contact` (leads) or `company`.',
})

export const Filter = Type.Unknown({
  description: 'A query as searches take it. A date in it may be `{"days_ago": 30}`: so long before whoever looks.',
})

export const SegmentSettings = model('segment_settings', {
  ...Segment.properties,
  person_type: PersonType,
  filter: Filter,
})

export const presentSegmentSettings = (row: SegmentsRow, count?: number): Static<typeof SegmentSettings> => ({
  ...presentSegment(row, count),
  person_type: row.person_type as Static<typeof PersonType>,
  filter: inOrder(row.filter),
})

/** As people write it; the database orders keys by its own mind. */
function inOrder(query: unknown): unknown {
  const { field, operator, value } = (query ?? {}) as Record<string, unknown>
  if (operator === undefined) return query
  if (field !== undefined) return { field, operator, value }
  return { operator, value: Array.isArray(value) ? value.map(inOrder) : value }
}
