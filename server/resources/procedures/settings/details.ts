/** Properties of a procedure in requests, and their stored form. */
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { checkContactCondition } from '../../contacts/conditions.ts'
import { checkCondition } from '../../conversations/conditions.ts'
import { getConnector } from '../../data-connectors/queries.ts'
import { refuseUndeclared } from '../../data-connectors/undeclared.ts'
import { checkPlaceholders } from '../../workflows/bodies.ts'
import type { VersionColumns, WorkflowRow } from '../../workflows/queries.ts'
import { API_TRIGGER, findProcedure } from '../for-user.ts'
import { ApiTrigger, Audience, State } from '../procedure.ts'
import { readStep, Steps, type GivenStep } from '../steps.ts'

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
 * @throws 400 as a search would, and for inputs that a data connector does not have
 * @throws 404 for a data connector that is not there
 */
export async function versionOf(ctx: Ctx, { api_trigger, audience, steps }: Versioned): Promise<VersionColumns> {
  await checkContactCondition(ctx, 'audience', audience)
  for (const [at, step] of steps.entries()) {
    const { if: condition, data_connector_id } = step
    checkCondition(ctx, 'steps', condition ?? null)
    if (data_connector_id !== undefined)
      refuseUndeclared(await getConnector(ctx.db, ctx.workspaceId, String(data_connector_id)), step, at)
  }
  const read = steps.map(readStep)
  await checkPlaceholders(ctx, read, { variables: true })
  refuseTwice(read.flatMap((step) => (step.type === 'collect_input' ? [step.step_id] : [])))
  const connectors = read.flatMap((step) => (step.type === 'run_connector' ? [Number(step.data_connector_id)] : []))
  return {
    trigger_type: api_trigger ? API_TRIGGER : 'none',
    conditions: audience,
    steps: read,
    connector_ids: [...new Set(connectors)],
  }
}

function refuseTwice(ids: string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw parameterInvalid(`steps must not have the step_id ${twice} twice`, 'steps')
}

/** @throws 404 not_found */
export async function getProcedureRow(ctx: Ctx, id: string): Promise<WorkflowRow> {
  const row = await findProcedure(ctx, id)
  if (!row) throw apiError(404, 'not_found', 'Procedure not found')
  return row
}
