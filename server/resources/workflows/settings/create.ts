import { randomBytes } from 'node:crypto'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { readOptionalText, readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import * as queries from '../queries.ts'
import { presentWorkflow, Workflow } from '../workflow.ts'
import { optionalDetails, requiredDetails, versionOf } from './details.ts'

const MOST_WORKFLOWS = 200
const ID = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/

export const createWorkflow = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/workflows',
  group: 'Workflows',
  summary: 'Create a workflow',
  description: 'A draft, for every conversation, unless the request says otherwise.',
  body: described(
    Type.Object({
      id: Type.Optional(
        Type.String({
          maxLength: 64,
          description: 'Its id: small letters, digits and hyphens. One is drawn without it.',
        }),
      ),
      ...requiredDetails,
      ...optionalDetails,
    }),
    'The new workflow.',
  ),
  reply: Workflow,
  answer: 'The new workflow.',
  refusals: { 404: 'A thing that a step names does not exist.', 409: 'Another workflow has the id.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const id = await readId(ctx, body.id)
    const state = body.state ?? 'draft'
    const version = await versionOf(ctx, body, state === 'live')
    await queries.insertWorkflow(db, workspaceId, id, {
      title: readText('title', body.title),
      description: readOptionalText(body.description ?? null),
      state,
      position: body.position ?? 0,
      version: 1,
      live_after: state === 'live' ? await beginReading(ctx) : null,
      created_at: now,
      updated_at: now,
    })
    await queries.insertVersion(db, workspaceId, id, 1, version, now)
    return presentWorkflow(await queries.getWorkflow(db, workspaceId, id))
  },
})

/** The workspace must be locked. @throws 400 parameter_invalid, 409 conflict */
async function readId({ db, workspaceId }: Ctx, given: string | undefined): Promise<string> {
  if ((await queries.listWorkflows(db, workspaceId)).length >= MOST_WORKFLOWS)
    throw parameterInvalid(`A workspace can have at most ${MOST_WORKFLOWS} workflows`)
  if (given === undefined) return String(randomBytes(6).readUIntBE(0, 6))
  if (!ID.test(given)) throw parameterInvalid('id must be of small letters, digits and hyphens', 'id')
  if (await queries.findWorkflow(db, workspaceId, given))
    throw apiError(409, 'conflict', 'There is a workflow with that id', 'id')
  return given
}

/** @returns the last event before the workflow went live: it starts from later ones only */
export async function beginReading({ db, workspaceId }: Ctx): Promise<number> {
  const last = await queries.readLastEvent(db)
  await queries.insertReader(db, workspaceId, last)
  return last
}
