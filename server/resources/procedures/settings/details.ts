/** Properties of a procedure in requests, and their stored form. */
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { apiError } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { checkContactCondition } from '../../contacts/conditions.ts'
import { checkCondition } from '../../conversations/conditions.ts'
import { checkSteps } from '../../data-connectors/step-inputs.ts'
import { checkPlaceholders } from '../../workflows/bodies.ts'
import type { VersionColumns, WorkflowRow } from '../../workflows/queries.ts'
import { refuseTwice } from '../collected.ts'
import { API_TRIGGER, findProcedure } from '../for-user.ts'
import { ApiTrigger, Audience, State } from '../procedure.ts'
import { readStep, Steps, type GivenStep } from '../steps.ts'
import { checkAttributes } from './check-attributes.ts'

export const optionalDetails = {
  description: Type.Optional(Nullable(Type.String({ maxLength: 10_000, description: 'Its purpose.' }))),
  state: Type.Optional(State),
  api_trigger: Type.Optional(ApiTrigger),
  audience: Type.Optional(Audience),
}
export const requiredDetails = { title: described(Text(), 'The name.'), steps: Steps }

interface Versioned {
  api_trigger: boolean
  audience: unknown
  steps: GivenStep[]
}

/**
 * @param isLive false for a draft, which may leave inputs of data connectors out
 * @throws 400 as a search would, and for inputs and values that do not fit a data connector or an attribute
 * @throws 404 for a data connector or an attribute that is not there
 */
export async function versionOf(
  ctx: Ctx,
  { api_trigger, audience, steps }: Versioned,
  isLive: boolean,
): Promise<VersionColumns> {
  await checkContactCondition(ctx, 'audience', audience)
  for (const { if: condition } of steps) checkCondition(ctx, 'steps', condition ?? null)
  await checkSteps(ctx, steps, isLive)
  const read = steps.map(readStep)
  await checkAttributes(ctx, read, isLive)
  await checkPlaceholders(ctx, read, { variables: true })
  const stepIds = read.flatMap((step) => (step.type === 'collect_input' ? [step.step_id] : []))
  refuseTwice(stepIds, 'steps must not have the step_id')
  const connectors = read.flatMap((step) => (step.type === 'run_connector' ? [Number(step.data_connector_id)] : []))
  return {
    trigger_type: api_trigger ? API_TRIGGER : 'none',
    conditions: audience,
    steps: read,
    connector_ids: [...new Set(connectors)],
  }
}

/** @throws 404 not_found */
export async function getProcedureRow(ctx: Ctx, id: string): Promise<WorkflowRow> {
  const row = await findProcedure(ctx, id)
  if (!row) throw apiError(404, 'not_found', 'Procedure not found')
  return row
}
