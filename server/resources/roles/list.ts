import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdOf, list, model, Nullable } from '../../schema/types.ts'
import * as queries from './queries.ts'

const Role = model('role', {
  type: Type.Literal('role'),
  id: IdOf('role'),
  name: described(Type.String(), 'The name of the role.'),
  /** Nobody can describe a role yet. */
  description: described(Nullable(Type.String()), 'Always null: roles are not described yet.'),
})

export const listRoles = operation({
  method: 'GET',
  path: '/roles',
  group: 'Roles',
  scopes: ['read_admins'],
  inferred: 'the scope',
  summary: 'List all roles',
  description: 'The roles that admins of the workspace have, in the order in which they were first given.',
  reply: list(Role),
  answer: 'All roles.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listRoles(ctx.db, ctx.workspaceId)).map(({ id, name }) => ({
      type: 'role' as const,
      id: String(id),
      name,
      description: null,
    })),
  }),
})
