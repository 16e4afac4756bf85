/** Properties of a workflow in requests, and their stored form. */
import Type, { type Static } from 'typebox'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import { getConnector } from '../../data-connectors/queries.ts'
import { getTagToApply } from '../../tags/queries.ts'
import { checkCondition } from '../../conversations/conditions.ts'
import type { VersionColumns } from '../queries.ts'
import { readStep, Steps, type WorkflowStep } from '../steps.ts'
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

/** @throws 400 as a search would, 404 for what a step names and is not there */
export async function versionOf(
  ctx: Ctx,
  { trigger_type, conditions = null, steps }: Omit<Static<typeof Details>, 'title'>,
): Promise<VersionColumns> {
  checkCondition(ctx, 'conditions', conditions)
  const connectors = new Set<number>()
  const read = steps.map(readStep)
  for (const step of read) {
    checkCondition(ctx, 'steps', step.if ?? null)
    const connector = await checkStep(ctx, step)
    if (connector !== undefined) connectors.add(connector)
  }
  return { trigger_type, conditions, steps: read, connector_ids: [...connectors] }
}

/** @returns the id of the data connector that it runs */
async function checkStep({ db, workspaceId }: Ctx, step: WorkflowStep): Promise<number | undefined> {
  if (step.type === 'run_connector')
    return (await getConnector(db, workspaceId, String(step.data_connector_id))).connector_id
  if (step.type === 'tag') await getTagToApply(db, workspaceId, step.tag_id, 'tag')
  if (step.type === 'assign' && String(step.assignee_id) !== '0') {
    const assignee = await findAssignee(db, workspaceId, step.assignee_type, step.assignee_id)
    if (assignee === undefined) throw notFound('assignee')
  }
  return undefined
}
