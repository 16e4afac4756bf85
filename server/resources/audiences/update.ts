import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { Audience, presentAudience } from './audience.ts'
import { details } from './details.ts'
import { checkPredicates } from './membership.ts'
import { invalid, readPredicates, readRolePredicates, type StoredPredicate } from './predicates.ts'
import * as queries from './queries.ts'

export const updateAudience = operation({
  method: 'PUT',
  path: '/audiences/{audience_id}',
  group: 'Audiences',
  scopes: ['read_write_audiences'],
  summary: 'Update an audience',
  description: 'Properties that are left out stay as they are; a list of predicates replaces the one before.',
  params: Type.Object({ audience_id: Type.String() }),
  body: described(Type.Object(details), 'The details to change.'),
  reply: Audience,
  answer: 'The audience with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await queries.getAudience(db, workspaceId, params.audience_id)
    const name = body.name === undefined ? row.name : body.name.trim()
    if (name === '') throw invalid('Name must not be blank')
    const predicates = body.predicates ? readPredicates(body.predicates) : (row.predicates as StoredPredicate[])
    const role_predicates = body.role_predicates
      ? readRolePredicates(body.role_predicates)
      : (row.role_predicates as StoredPredicate[])
    if (body.predicates ?? body.role_predicates) await checkPredicates(ctx, { predicates, role_predicates })
    const columns = { name, predicates, role_predicates }
    const audience = presentAudience(await queries.updateAudience(db, workspaceId, row.id, columns, ctx.now))
    ctx.emit('audience.updated', audience)
    return audience
  },
})
