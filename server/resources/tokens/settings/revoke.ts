import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import * as queries from '../access-tokens.ts'
import { presentToken, Token } from './token.ts'

export const revokeToken = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/tokens/{token_id}',
  group: 'Tokens',
  summary: 'Revoke an access token',
  description: 'Its next request is refused. The list goes on showing it. One that was revoked stays so.',
  params: Type.Object({ token_id: Type.String() }),
  reply: Token,
  answer: 'The revoked token.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.getToken(ctx.db, ctx.workspaceId, params.token_id)
    await queries.revokeToken(ctx.db, ctx.workspaceId, id, ctx.now)
    return presentToken(await queries.getToken(ctx.db, ctx.workspaceId, id))
  },
})
