/** Steps of workflows, as requests give them and the database keeps them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterMissing } from '../../http/errors.ts'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { BodyText, described, IdInput, Text } from '../../schema/types.ts'

const MOST_SECONDS = 14 * 86_400

/** Fields that a step of a type needs. */
const NEEDED = {
  assign: ['assignee_type', 'assignee_id'],
  tag: ['tag_id'],
  untag: ['tag_id'],
  snooze: ['seconds'],
  reply: ['body'],
  ask: ['body'],
  close: [],
  wait: ['seconds'],
  run_connector: ['data_connector_id'],
} as const
type StepType = keyof typeof NEEDED

/** Fields that it may have besides. */
const OPTIONAL: Partial<Record<StepType, string[]>> = {
  ask: ['options', 'attribute', 'seconds'],
  wait: ['keep_on_activity'],
  run_connector: ['inputs'],
}

export const Step = Type.Object({
  type: described(
    Type.Enum(Object.keys(NEEDED) as StepType[]),
    'The kind of step: `assign` to an assignee, `tag`, `untag`, `snooze` for some seconds, `reply` as the bot, `ask` ' +
      'the contact and wait for the answer, `close`, `wait` for some seconds, or `run_connector`. Fields of other kinds are left out, but must name things that are there.',
  ),
  assignee_type: described(Type.Optional(Type.Enum(['admin', 'team'])), 'The kind of assignee, for `assign`.'),
  assignee_id: described(Type.Optional(IdInput), 'The id of the admin or the team, for `assign`; 0 for nobody.'),
  tag_id: described(Type.Optional(IdInput), 'The id of the tag, for `tag` and `untag`.'),
  seconds: Type.Optional(
    Type.Integer({
      minimum: 30,
      maximum: MOST_SECONDS,
      description:
        'The length of `snooze` and `wait`; for how long `ask` waits for an answer, a day by default. ' +
        'An answer goes to the question that was asked last where several wait in one conversation.',
    }),
  ),
  body: described(
    Type.Optional(BodyText),
    "The words of `reply` and `ask`: HTML or plain text with placeholders such as `{{contact.name | fallback: 'there'}}`. " +
      'One that nothing can fill is refused; one without a value and a fallback is left out with the blank before it. ' +
      `Keys are ${KNOWN_KEYS}. The teammate is the admin whom the conversation is assigned to.`,
  ),
  options: Type.Optional(
    Type.Array(Text(), {
      minItems: 1,
      maxItems: 20,
      description:
        'Answers of `ask` to choose from; capitals do not count. Other words get the question once more, and the ' +
        'second time end the run as unanswered.',
    }),
  ),
  attribute: described(
    Type.Optional(IdInput),
    'The name of the attribute of conversations that is given the answer of `ask`. `message.body` is it as well.',
  ),
  keep_on_activity: described(
    Type.Optional(Type.Boolean()),
    'True if a run goes on after `wait` whatever happened. Else words of the contact, a teammate who writes, closes, ' +
      'snoozes or assigns, or another assignee end it.',
  ),
  data_connector_id: described(
    Type.Optional(IdInput),
    'The id of the data connector, for `run_connector`. It is run if it is live; the run goes on where it fails.',
  ),
  inputs: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description:
        'Values of the inputs of `run_connector`, by their names; or `{"from": …}` with a key of placeholders, such as ' +
        '`conversation.id`, `message.body` or `contact.external_id`. An unknown key is refused, and so is a name that the ' +
        'connector does not declare; in a live workflow a required input that is left out, and a value of another type.',
    }),
  ),
  if: Type.Optional(
    Type.Unknown({ description: 'A query as searches of conversations take it: the step is left out where it fails.' }),
  ),
})
export type GivenStep = Static<typeof Step>

export const Steps = Type.Array(Step, { minItems: 1, maxItems: 50, description: 'The steps, from first to last.' })

/** A step with the fields of its type. */
export type WorkflowStep = { if?: unknown } & (
  | { type: 'assign'; assignee_type: 'admin' | 'team'; assignee_id: string | number }
  | { type: 'tag'; tag_id: string | number }
  | { type: 'untag'; tag_id: string | number }
  | { type: 'snooze'; seconds: number }
  | { type: 'reply'; body: string }
  | { type: 'ask'; body: string; options?: string[]; attribute?: string | number; seconds?: number }
  | { type: 'close' }
  | { type: 'wait'; seconds: number; keep_on_activity?: boolean }
  | { type: 'run_connector'; data_connector_id: string | number; inputs?: Record<string, unknown> }
)

/** @throws 400 parameter_not_found where a field of its type is missing */
export const readStep = (step: GivenStep, at: number): WorkflowStep =>
  fieldsOf(step, at, NEEDED[step.type], OPTIONAL[step.type] ?? []) as WorkflowStep

/** A step with the fields of its type alone. @throws 400 parameter_not_found where a needed one is missing */
export function fieldsOf(step: object, at: number, needed: readonly string[], optional: readonly string[]): object {
  const missing = needed.find((name) => (step as Record<string, unknown>)[name] === undefined)
  if (missing !== undefined) throw parameterMissing(`steps.${at}.${missing}`)
  const names = ['type', ...needed, ...optional, 'if']
  return Object.fromEntries(Object.entries(step).filter(([name]) => names.includes(name)))
}
