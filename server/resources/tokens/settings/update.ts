import Type from 'typebox'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import * as queries from '../access-tokens.ts'
import { given, readText } from '../../../http/given.ts'
import { presentToken, Token } from './token.ts'

export const updateToken = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/tokens/{token_id}',
  group: 'Tokens',
  summary: 'Update an access token',
  description: 'Its name, and whether it may change settings: its next request knows.',
  params: Type.Object({ token_id: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'A name, which tells tokens apart.'),
      settings: described(Type.Optional(Type.Boolean()), 'True if it may read and change the settings.'),
    }),
    'The details to change.',
  ),
  reply: Token,
  answer: 'The token with its new details.',
  handle: async (ctx, { params, body }) => {
    const name = body.name === undefined ? undefined : readText('name', body.name)
    const { id } = await queries.getToken(ctx.db, ctx.workspaceId, params.token_id)
    const isGood = await queries.updateToken(ctx.db, ctx.workspaceId, id, given({ name, settings: body.settings }))
    if (!isGood) throw notFound('resource')
    return presentToken(await queries.getToken(ctx.db, ctx.workspaceId, id))
  },
})
