/** Settings of the AI agent, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, model, Nullable } from '../../../schema/types.ts'
import type { Settings } from './queries.ts'

const properties = {
  enabled: described(Type.Boolean(), 'False if sessions are refused.'),
  asks_for_rating: described(Type.Boolean(), 'True if users are asked for a rating once they have no more questions.'),
  rating_hours: Type.Integer({
    minimum: 1,
    maximum: 8760,
    description: 'For how many hours a rating may be given and changed.',
  }),
  quiet_minutes: Type.Integer({
    minimum: 1,
    maximum: 10_080,
    description: 'After how many minutes of silence a user has no more questions.',
  }),
  takes_input: described(Type.Boolean(), 'True if teammates may answer questions of procedures over the API.'),
}
const AssigneeType = Nullable(Type.Enum(['admin', 'team']))

export const FinSettings = model('fin_settings', {
  type: Type.Literal('fin_settings'),
  ...properties,
  assignee_type: described(
    AssigneeType,
    'The kind of assignee of what is escalated; null if the assignment rules decide.',
  ),
  assignee_id: described(Nullable(Type.String()), 'The id of the admin or the team; null for none.'),
})

export const optionalProperties = {
  enabled: Type.Optional(properties.enabled),
  asks_for_rating: Type.Optional(properties.asks_for_rating),
  rating_hours: Type.Optional(properties.rating_hours),
  quiet_minutes: Type.Optional(properties.quiet_minutes),
  takes_input: Type.Optional(properties.takes_input),
  assignee_type: described(
    Type.Optional(AssigneeType),
    'The kind of assignee of what is escalated; null lets the assignment rules decide.',
  ),
}

export const presentSettings = ({ assignee_id, assignee_type, ...rest }: Settings): Static<typeof FinSettings> => ({
  type: 'fin_settings',
  enabled: rest.enabled,
  asks_for_rating: rest.asks_for_rating,
  rating_hours: rest.rating_hours,
  quiet_minutes: rest.quiet_minutes,
  takes_input: rest.takes_input,
  assignee_type: assignee_type as 'admin' | 'team' | null,
  assignee_id: assignee_id === null ? null : String(assignee_id),
})
