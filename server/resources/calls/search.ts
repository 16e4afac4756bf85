import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, list } from '../../schema/types.ts'
import { presentSearchedCall, SearchedCall } from './call.ts'
import * as queries from './queries.ts'

const MOST = 20

export const searchCalls = operation({
  method: 'POST',
  path: '/calls/search',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'List the calls of conversations, with their transcripts',
  description: 'Calls of up to 20 conversations, oldest first.',
  inferred: 'the order, and the form of a line of a transcript',
  body: described(
    Type.Object({
      conversation_ids: Type.Optional(
        Type.Array(IdInput, { description: 'Required: one id at least, and 20 at the most.' }),
      ),
    }),
    'The conversations.',
  ),
  reply: list(SearchedCall),
  answer: 'All calls of the conversations.',
  atomic: 'statement',
  handle: async (ctx, { body: { conversation_ids: ids = [] } }) => {
    if (ids.length === 0 || ids.length > MOST)
      throw apiError(400, 'conversation_id_limit_exceeded', 'A list of up to 20 conversation IDs is required')
    const rows = await queries.listCallsOf(ctx.db, ctx.workspaceId, ids.map(String))
    return { type: 'list' as const, data: rows.map((row) => presentSearchedCall(ctx, row)) }
  },
})
