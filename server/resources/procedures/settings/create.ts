import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { readOptionalText, readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { drawProcedureId, insertVersion, insertWorkflow, listWorkflows } from '../../workflows/queries.ts'
import { presentProcedure, Procedure } from '../procedure.ts'
import { getProcedureRow, optionalDetails, requiredDetails, versionOf } from './details.ts'

const MOST_PROCEDURES = 200

export const createProcedure = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/procedures',
  group: 'Procedures',
  summary: 'Create a procedure',
  description: 'A draft that requests may run once it is live, for everybody, unless the request says otherwise.',
  body: described(Type.Object({ ...requiredDetails, ...optionalDetails }), 'The new procedure.'),
  reply: Procedure,
  answer: 'The new procedure.',
  refusals: { 404: 'A data connector or an attribute of the steps does not exist.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    if ((await listWorkflows(db, workspaceId, 'procedure')).length >= MOST_PROCEDURES)
      throw parameterInvalid(`A workspace can have at most ${MOST_PROCEDURES} procedures`)
    const { steps, api_trigger = true, audience = null, state = 'draft' } = body
    const version = await versionOf(ctx, { steps, api_trigger, audience }, state === 'live')
    const id = await drawProcedureId(db)
    await insertWorkflow(db, workspaceId, id, {
      kind: 'procedure',
      title: readText('title', body.title),
      description: readOptionalText(body.description ?? null),
      state,
      position: 0,
      version: 1,
      live_after: null,
      created_at: now,
      updated_at: now,
    })
    await insertVersion(db, workspaceId, id, 1, version, now)
    return presentProcedure(await getProcedureRow(ctx, id))
  },
})
