/** Steps of procedures, as requests give them and the database keeps them. */
import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { BodyText, described, IdInput, Text } from '../../schema/types.ts'
import { stepsOf } from '../workflows/outputs.ts'
import { fieldsOf } from '../workflows/steps.ts'
import { CollectedInput, readAllCollected, type Collected } from './collected.ts'

const MOST_SECONDS = 30 * 86_400
const NAME = '^[A-Za-z][A-Za-z0-9_]{0,62}$'

/** Fields that a step of a type needs, and those that it may have besides. */
const FIELDS = {
  answer: [['body'], []],
  ask: [['body', 'save_as'], []],
  run_connector: [['data_connector_id'], ['inputs', 'outputs']],
  set_attribute: [['attribute_of', 'attribute_name', 'value'], []],
  collect_input: [
    ['body', 'attributes'],
    ['step_id', 'seconds'],
  ],
  escalate: [[], []],
} as const
type StepType = keyof typeof FIELDS

const KEYS = `\`variables.<name>\`, or of these: ${KNOWN_KEYS}`
const FROM = `\`{"from": …}\` with a key: ${KEYS}`

export const Step = Type.Object({
  type: described(
    Type.Enum(Object.keys(FIELDS) as StepType[]),
    'The kind of step: `answer` says words, `ask` says words and waits for the reply of the user, `run_connector`, ' +
      '`set_attribute`, `collect_input` waits for values that a teammate gives, `escalate` hands over and ends. Fields ' +
      'of other kinds are left out.',
  ),
  body: described(
    Type.Optional(BodyText),
    'The words of `answer` and `ask`, or the question to the teammate: HTML or plain text with placeholders such as ' +
      '`{{contact.name}}` or `{{variables.order_id}}`. One that nothing can fill is refused. ' +
      `Keys are ${KEYS}.`,
  ),
  save_as: Type.Optional(
    Type.String({ pattern: NAME, description: 'The name of the variable that keeps the reply to `ask`.' }),
  ),
  data_connector_id: described(
    Type.Optional(IdInput),
    'The id of the data connector, for `run_connector`. It is run if it is live; the run goes on where it fails.',
  ),
  inputs: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: `Values of the inputs of \`run_connector\`, by their names; or ${FROM}.`,
    }),
  ),
  outputs: Type.Optional(
    Type.Record(Type.String(), Text(), {
      description: 'Paths into the answer of `run_connector`, by the names of the variables that keep what is there.',
    }),
  ),
  attribute_of: described(Type.Optional(Type.Enum(['conversation', 'contact'])), 'The owner of the attribute.'),
  attribute_name: described(
    Type.Optional(Text()),
    'The name of the attribute, for `set_attribute`. An unknown one is refused.',
  ),
  value: Type.Optional(
    Type.Unknown({
      description: `The value, for \`set_attribute\`; or ${FROM}. In a live procedure a value of another type is refused.`,
    }),
  ),
  step_id: described(
    Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    'The id of `collect_input`, which its notification tells. One is drawn without it.',
  ),
  attributes: described(
    Type.Optional(Type.Array(CollectedInput, { minItems: 1, maxItems: 20 })),
    'The values that `collect_input` waits for.',
  ),
  seconds: Type.Optional(
    Type.Integer({
      minimum: 60,
      maximum: MOST_SECONDS,
      description: 'For how long `collect_input` waits, a day by default. After that the conversation is handed over.',
    }),
  ),
  if: Type.Optional(
    Type.Unknown({ description: 'A query as searches of conversations take it: the step is left out where it fails.' }),
  ),
})
export type GivenStep = Static<typeof Step>

export const Steps = Type.Array(Step, { minItems: 1, maxItems: 50, description: 'The steps, from first to last.' })

/** A step with the fields of its type. */
export type ProcedureStep = { if?: unknown } & (
  | { type: 'answer'; body: string }
  | { type: 'ask'; body: string; save_as: string }
  | {
      type: 'run_connector'
      data_connector_id: string | number
      inputs?: Record<string, unknown>
      outputs?: Record<string, string>
    }
  | { type: 'set_attribute'; attribute_of: 'conversation' | 'contact'; attribute_name: string; value: unknown }
  | { type: 'collect_input'; body: string; attributes: Collected[]; step_id: string; seconds?: number }
  | { type: 'escalate' }
)

/** @throws 400 where a field of its type is missing, or a path or a name of an output is none */
export function readStep(step: GivenStep, at: number): ProcedureStep {
  const [needed, optional] = FIELDS[step.type]
  const kept = fieldsOf(step, at, needed, optional) as ProcedureStep
  if (kept.type === 'collect_input')
    return { ...kept, step_id: kept.step_id ?? randomUUID(), attributes: readAllCollected(kept.attributes) }
  if (kept.type === 'run_connector')
    for (const [name, path] of Object.entries(kept.outputs ?? {}))
      if (!new RegExp(NAME).test(name) || !stepsOf(path))
        throw parameterInvalid(`steps.${at}.outputs must have paths by the names of variables`, 'steps')
  return kept
}
