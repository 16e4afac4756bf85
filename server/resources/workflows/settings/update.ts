import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { readOptionalText, readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { checkSteps } from '../../data-connectors/step-inputs.ts'
import * as queries from '../queries.ts'
import type { WorkflowStep } from '../steps.ts'
import type { Trigger } from '../triggers.ts'
import { presentWorkflow, Workflow } from '../workflow.ts'
import { beginReading } from './create.ts'
import { optionalDetails, requiredDetails, versionOf } from './details.ts'

export const updateWorkflow = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/workflows/{workflow_id}',
  group: 'Workflows',
  summary: 'Update a workflow',
  description:
    'Properties that are left out stay as they are. Another trigger, other conditions or steps are a new version; runs ' +
    'that have begun keep theirs.',
  params: Type.Object({ workflow_id: Type.String() }),
  body: described(
    Type.Object({
      title: Type.Optional(requiredDetails.title),
      trigger_type: Type.Optional(requiredDetails.trigger_type),
      steps: Type.Optional(requiredDetails.steps),
      ...optionalDetails,
    }),
    'The details to change.',
  ),
  reply: Workflow,
  answer: 'The workflow with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await queries.getWorkflow(db, workspaceId, params.workflow_id)
    const isNew = body.trigger_type !== undefined || body.conditions !== undefined || body.steps !== undefined
    const version = row.version + (isNew ? 1 : 0)
    const isLive = (body.state ?? row.state) === 'live'
    const steps = body.steps ?? (row.steps as WorkflowStep[])
    if (isNew) {
      const details = {
        trigger_type: body.trigger_type ?? (row.trigger_type as Trigger),
        conditions: body.conditions === undefined ? row.conditions : body.conditions,
        steps,
      }
      const columns = await versionOf(ctx, details, isLive)
      await queries.insertVersion(db, workspaceId, row.id, version, columns, now)
    } else if (isLive && row.state !== 'live') await checkSteps(ctx, steps, true)
    const isAnother = body.trigger_type !== undefined && body.trigger_type !== row.trigger_type
    // Events of another trigger that nobody has read yet came before it.
    const starts = isLive && (row.state !== 'live' || isAnother)
    await queries.updateWorkflow(db, workspaceId, row.id, {
      ...(body.title !== undefined && { title: readText('title', body.title) }),
      ...(body.description !== undefined && { description: readOptionalText(body.description) }),
      ...(body.state !== undefined && { state: body.state }),
      ...(body.position !== undefined && { position: body.position }),
      ...(starts && { live_after: await beginReading(ctx) }),
      version,
      updated_at: now,
    })
    return presentWorkflow(await queries.getWorkflow(db, workspaceId, row.id))
  },
})
