import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { readOptionalText, readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { checkSteps } from '../../data-connectors/step-inputs.ts'
import { insertVersion, updateWorkflow } from '../../workflows/queries.ts'
import { API_TRIGGER } from '../for-user.ts'
import { presentProcedure, Procedure } from '../procedure.ts'
import { readStep, type GivenStep } from '../steps.ts'
import { checkAttributes } from './check-attributes.ts'
import { getProcedureRow, optionalDetails, requiredDetails, versionOf } from './details.ts'

export const updateProcedure = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/procedures/{procedure_id}',
  group: 'Procedures',
  summary: 'Update a procedure',
  description:
    'Properties that are left out stay as they are. Another trigger, another audience or other steps are a new version; ' +
    'runs that have begun keep theirs.',
  params: Type.Object({ procedure_id: Type.String() }),
  body: described(
    Type.Object({
      title: Type.Optional(requiredDetails.title),
      steps: Type.Optional(requiredDetails.steps),
      ...optionalDetails,
    }),
    'The details to change.',
  ),
  reply: Procedure,
  answer: 'The procedure with its new details.',
  refusals: { 404: 'The procedure, or a data connector or an attribute of its steps, does not exist.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await getProcedureRow(ctx, params.procedure_id)
    const isNew = body.api_trigger !== undefined || body.audience !== undefined || body.steps !== undefined
    const version = row.version + (isNew ? 1 : 0)
    const isLive = (body.state ?? row.state) === 'live'
    const steps = body.steps ?? (row.steps as GivenStep[])
    if (isNew) {
      const details = {
        api_trigger: body.api_trigger ?? row.trigger_type === API_TRIGGER,
        audience: body.audience === undefined ? row.conditions : body.audience,
        steps,
      }
      const columns = await versionOf(ctx, details, isLive)
      await insertVersion(db, workspaceId, row.id, version, columns, now)
    } else if (isLive && row.state !== 'live') {
      await checkSteps(ctx, steps, true)
      await checkAttributes(ctx, steps.map(readStep), true)
    }
    await updateWorkflow(db, workspaceId, row.id, {
      ...(body.title !== undefined && { title: readText('title', body.title) }),
      ...(body.description !== undefined && { description: readOptionalText(body.description) }),
      ...(body.state !== undefined && { state: body.state }),
      version,
      updated_at: now,
    })
    return presentProcedure(await getProcedureRow(ctx, row.id))
  },
})
