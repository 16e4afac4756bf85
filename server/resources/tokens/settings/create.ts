import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Text } from '../../../schema/types.ts'
import * as queries from '../access-tokens.ts'
import { lockAdmin } from '../../admins/settings/queries.ts'
import { readText } from '../../../http/given.ts'
import { NewToken, presentToken } from './token.ts'

export const createToken = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/tokens',
  group: 'Tokens',
  summary: 'Create an access token',
  description:
    'The answer shows the token, for the only time. It acts for `admin_id`, or else for the admin who asks, and ' +
    'may change settings only if `settings` says so.',
  body: described(
    Type.Object({
      name: described(Text(), 'A name, which tells tokens apart.'),
      admin_id: described(Type.Optional(IdInput), 'The id of the admin that it acts for.'),
      settings: described(Type.Optional(Type.Boolean()), 'True if it may read and change the settings.'),
    }),
    'The new token.',
  ),
  reply: NewToken,
  answer: 'The new token, shown for the only time.',
  refusals: { 404: 'The admin does not exist.' },
  handle: async (ctx, { body }) => {
    const name = readText('name', body.name)
    // Nobody removes the admin before the token is there to be revoked.
    const admin = await lockAdmin(ctx.db, ctx.workspaceId, body.admin_id ?? ctx.actor.adminId)
    const made = await queries.createToken(ctx.db, ctx.workspaceId, {
      name,
      adminId: admin.id,
      settings: body.settings ?? false,
      now: ctx.now,
    })
    return { ...presentToken(await queries.getToken(ctx.db, ctx.workspaceId, made.id)), token: made.token }
  },
})
