import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { AuthToken, presentAuthToken } from './auth-token.ts'
import * as queries from './queries.ts'

export const getAuthToken = operation({
  method: 'GET',
  path: '/auth_tokens/{auth_token_id}',
  group: 'Auth Tokens',
  scopes: ['read_auth_tokens'],
  summary: 'Retrieve an auth token',
  params: Type.Object({ auth_token_id: Type.String() }),
  reply: AuthToken,
  answer: 'The token without its value.',
  handle: async (ctx, { params }) =>
    presentAuthToken(await queries.getAuthToken(ctx.db, ctx.workspaceId, params.auth_token_id)),
})
