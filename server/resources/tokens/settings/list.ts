import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as queries from '../access-tokens.ts'
import { presentToken, Token } from './token.ts'

export const listTokens = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/tokens',
  group: 'Tokens',
  summary: 'List all access tokens',
  description: 'Revoked tokens are listed as such. None is shown itself.',
  reply: list(Token),
  answer: 'All tokens.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listTokens(ctx.db, ctx.workspaceId)).map(presentToken),
  }),
})
