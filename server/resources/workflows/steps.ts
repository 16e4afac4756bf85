/** Steps of workflows, as requests give them and the database keeps them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterMissing } from '../../http/errors.ts'
import { BodyText, described, IdInput } from '../../schema/types.ts'

const MOST_SECONDS = 14 * 86_400

/** Fields that a step of a type needs. */
const NEEDED = {
  assign: ['assignee_type', 'assignee_id'],
  tag: ['tag_id'],
  snooze: ['seconds'],
  reply: ['body'],
  close: [],
  wait: ['seconds'],
  run_connector: ['data_connector_id'],
} as const
type StepType = keyof typeof NEEDED

/** Fields that it may have besides. */
const OPTIONAL: Partial<Record<StepType, string[]>> = { wait: ['keep_on_activity'], run_connector: ['inputs'] }

export const Step = Type.Object({
  type: described(
    Type.Enum(Object.keys(NEEDED) as StepType[]),
    'The kind of step: `assign` to an assignee, `tag`, `snooze` for some seconds, `reply` as the bot, `close`, `wait` ' +
      'for some seconds, or `run_connector`. Fields of other kinds are ignored.',
  ),
  assignee_type: described(Type.Optional(Type.Enum(['admin', 'team'])), 'Of `assign`: the kind of assignee.'),
  assignee_id: described(Type.Optional(IdInput), 'Of `assign`: the id of the admin or the team; 0 for nobody.'),
  tag_id: described(Type.Optional(IdInput), 'Of `tag`: the id of the tag.'),
  seconds: Type.Optional(
    Type.Integer({ minimum: 30, maximum: MOST_SECONDS, description: 'Of `snooze` and `wait`: their length.' }),
  ),
  body: described(Type.Optional(BodyText), 'Of `reply`: the words, as HTML or plain text.'),
  keep_on_activity: described(
    Type.Optional(Type.Boolean()),
    'Of `wait`: true if the run goes on whatever happens. Else a reply, a close or another assignee in the meantime ends it.',
  ),
  data_connector_id: described(
    Type.Optional(IdInput),
    'Of `run_connector`: the id of the data connector, which must be live. The run goes on where it fails.',
  ),
  inputs: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description:
        'Of `run_connector`: values of its inputs, by their names; or `{"from": …}` with `conversation.id`, ' +
        '`message.body`, `contact.id`, `contact.email`, `contact.name` or `contact.external_id`.',
    }),
  ),
  if: Type.Optional(
    Type.Unknown({ description: 'A query as searches of conversations take it: the step is left out where it fails.' }),
  ),
})
type GivenStep = Static<typeof Step>

export const Steps = Type.Array(Step, { minItems: 1, maxItems: 50, description: 'The steps, from first to last.' })

/** A step with the fields of its type. */
export type WorkflowStep = { if?: unknown } & (
  | { type: 'assign'; assignee_type: 'admin' | 'team'; assignee_id: string | number }
  | { type: 'tag'; tag_id: string | number }
  | { type: 'snooze'; seconds: number }
  | { type: 'reply'; body: string }
  | { type: 'close' }
  | { type: 'wait'; seconds: number; keep_on_activity?: boolean }
  | { type: 'run_connector'; data_connector_id: string | number; inputs?: Record<string, unknown> }
)

/** @throws 400 parameter_not_found where a field of its type is missing */
export function readStep(step: GivenStep, at: number): WorkflowStep {
  const missing = NEEDED[step.type].find((name) => step[name] === undefined)
  if (missing !== undefined) throw parameterMissing(`steps.${at}.${missing}`)
  const names = ['type', ...NEEDED[step.type], ...(OPTIONAL[step.type] ?? []), 'if']
  return Object.fromEntries(Object.entries(step).filter(([name]) => names.includes(name))) as WorkflowStep
}
