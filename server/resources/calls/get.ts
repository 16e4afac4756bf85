import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Call, presentCall } from './call.ts'
import * as queries from './queries.ts'

export const getCall = operation({
  method: 'GET',
  path: '/calls/{call_id}',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve a call',
  params: Type.Object({ call_id: Type.String() }),
  reply: Call,
  answer: 'The call.',
  handle: async (ctx, { params }) => presentCall(ctx, await queries.getCall(ctx.db, ctx.workspaceId, params.call_id)),
})
