/** Properties of a workflow in requests, and their stored form. */
import Type, { type Static } from 'typebox'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import { listAttributeTypes } from '../../data-attributes/queries.ts'
import { checkSteps } from '../../data-connectors/step-inputs.ts'
import { getTagToApply } from '../../tags/queries.ts'
import { checkCondition } from '../../conversations/conditions.ts'
import { checkPlaceholders } from '../bodies.ts'
import type { VersionColumns } from '../queries.ts'
import { readStep, Steps, type GivenStep } from '../steps.ts'
import { Conditions, State, TriggerType } from '../workflow.ts'

export const optionalDetails = {
  description: Type.Optional(Nullable(Type.String({ maxLength: 10_000, description: 'Its purpose.' }))),
  state: Type.Optional(State),
  position: Type.Optional(
    Type.Integer({
      minimum: -1000,
      maximum: 1000,
      description: 'Its place among those that one event starts: the least runs first.',
    }),
  ),
  conditions: Type.Optional(Conditions),
}
export const requiredDetails = {
  title: described(Text(), 'The title.'),
  trigger_type: TriggerType,
  steps: Steps,
}
const Details = Type.Object({ conditions: optionalDetails.conditions, ...requiredDetails })

/**
 * @param isLive false for a draft, which may leave inputs of data connectors out
 * @throws 400 as a search would, and for inputs that do not fit a data connector
 * @throws 404 for what a step names and is not there
 */
export async function versionOf(
  ctx: Ctx,
  { trigger_type, conditions = null, steps }: Omit<Static<typeof Details>, 'title'>,
  isLive: boolean,
): Promise<VersionColumns> {
  checkCondition(ctx, 'conditions', conditions)
  for (const step of steps) {
    checkCondition(ctx, 'steps', step.if ?? null)
    await checkReferences(ctx, step)
  }
  await checkSteps(ctx, steps, isLive)
  const read = steps.map(readStep)
  await checkPlaceholders(ctx, read, { variables: false })
  const connectors = read.flatMap((step) => (step.type === 'run_connector' ? [Number(step.data_connector_id)] : []))
  return { trigger_type, conditions, steps: read, connector_ids: [...new Set(connectors)] }
}

async function checkReferences(ctx: Ctx, step: GivenStep): Promise<void> {
  const { db, workspaceId } = ctx
  const { attribute, tag_id, assignee_id, assignee_type = 'admin' } = step
  if (tag_id !== undefined) await getTagToApply(db, workspaceId, tag_id, 'tag')
  if (step.type === 'ask' && attribute !== undefined) await checkAttribute(ctx, String(attribute))
  if (assignee_id === undefined || String(assignee_id) === '0') return
  if ((await findAssignee(db, workspaceId, assignee_type, assignee_id)) === undefined) throw notFound('assignee')
}

async function checkAttribute({ db, workspaceId }: Ctx, name: string): Promise<void> {
  const [found] = await listAttributeTypes(db, workspaceId, 'conversation', [name])
  if (!found) throw notFound('conversation_attribute')
}
