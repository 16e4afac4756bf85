/** The procedure as the settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'
import type { WorkflowRow } from '../workflows/queries.ts'
import { API_TRIGGER } from './for-user.ts'
import { Steps, type ProcedureStep } from './steps.ts'

export const Audience = Type.Unknown({
  description: 'A query as searches of contacts take it: the users that are offered it. Null is everybody.',
})
export const State = described(Type.Enum(['draft', 'live']), '`live` if it may be run. Runs that have begun go on.')
export const ApiTrigger = described(Type.Boolean(), 'True if requests may run it.')

export const Procedure = model('procedure', {
  type: Type.Literal('procedure'),
  id: IdOf('procedure'),
  title: described(Type.String(), 'The name.'),
  description: described(Nullable(Type.String()), 'Its purpose; null for none.'),
  state: State,
  api_trigger: ApiTrigger,
  version: described(Type.Integer(), 'The number of its version, which counts changes of trigger, audience and steps.'),
  audience: Audience,
  steps: Steps,
  created_at: CreatedAt('procedure'),
  updated_at: UpdatedAt('procedure'),
})

export const presentProcedure = (row: WorkflowRow): Static<typeof Procedure> => ({
  type: 'procedure',
  id: row.id,
  title: row.title,
  description: row.description,
  state: row.state as 'draft',
  api_trigger: row.trigger_type === API_TRIGGER,
  version: row.version,
  audience: row.conditions,
  steps: row.steps as ProcedureStep[],
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
