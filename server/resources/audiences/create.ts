import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { Audience, presentAudience } from './audience.ts'
import { details } from './details.ts'
import { checkPredicates } from './membership.ts'
import { invalid, readPredicates, readRolePredicates } from './predicates.ts'
import { insertAudience } from './queries.ts'

export const createAudience = operation({
  method: 'POST',
  path: '/audiences',
  group: 'Audiences',
  scopes: ['read_write_audiences'],
  summary: 'Create an audience',
  description: 'Contacts are in it as soon as its predicates describe them. Without any, everybody is.',
  body: described(Type.Object(details), 'The new audience.'),
  reply: Audience,
  answer: 'The new audience.',
  status: 201,
  handle: async (ctx, { body }) => {
    const name = body.name?.trim()
    if (!name) throw invalid('Name is required')
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const predicates = readPredicates(body.predicates ?? [])
    const role_predicates = readRolePredicates(body.role_predicates ?? [])
    await checkPredicates(ctx, { predicates, role_predicates })
    const columns = { name, predicates, role_predicates }
    const audience = presentAudience(await insertAudience(ctx.db, ctx.workspaceId, columns, ctx.now))
    ctx.emit('audience.created', audience)
    return audience
  },
})
