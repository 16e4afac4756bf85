/** The workflow as the settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'
import type { WorkflowRow } from './queries.ts'
import { Steps, type WorkflowStep } from './steps.ts'
import { TRIGGER_TYPES, type Trigger } from './triggers.ts'

export const Conditions = Type.Unknown({
  description: 'A query as searches of conversations take it; null is every conversation.',
})
export const TriggerType = described(Type.Enum([...TRIGGER_TYPES]), 'The happening that starts it.')
export const State = described(
  Type.Enum(['draft', 'live', 'paused']),
  '`live` if events start it. Runs that have begun go on in any state.',
)

export const Workflow = model('workflow', {
  type: Type.Literal('workflow'),
  id: IdOf('workflow'),
  title: described(Type.String(), 'The title.'),
  description: described(Nullable(Type.String()), 'Its purpose; null for none.'),
  state: State,
  position: described(Type.Integer(), 'Its place among those that one event starts: the least runs first.'),
  version: described(Type.Integer(), 'The number of its version, which counts changes of trigger, conditions, steps.'),
  trigger_type: TriggerType,
  conditions: Conditions,
  steps: Steps,
  created_at: CreatedAt('workflow'),
  updated_at: UpdatedAt('workflow'),
})

export const presentWorkflow = (row: WorkflowRow): Static<typeof Workflow> => ({
  type: 'workflow',
  id: row.id,
  title: row.title,
  description: row.description,
  state: row.state as 'draft',
  position: row.position,
  version: row.version,
  trigger_type: row.trigger_type as Trigger,
  conditions: row.conditions,
  steps: row.steps as WorkflowStep[],
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
