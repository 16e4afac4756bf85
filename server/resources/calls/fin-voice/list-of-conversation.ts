import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { FinVoiceCall, presentFinVoiceCall } from './fin-voice-call.ts'
import { listMatchedOf } from './queries.ts'

export const listFinVoiceCallsOfConversation = operation({
  method: 'GET',
  path: '/fin_voice/conversation/{conversation_id}',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'List the registered calls of a conversation',
  description: 'Registrations that have been matched with a call of the conversation, oldest first.',
  inferred: 'the order, and that an unknown conversation answers 404',
  params: Type.Object({ conversation_id: Type.String() }),
  reply: Type.Array(FinVoiceCall),
  answer: 'All registered calls of the conversation.',
  handle: async (ctx, { params }) => {
    const rows = await listMatchedOf(ctx.db, ctx.workspaceId, params.conversation_id)
    return rows.map((row) => presentFinVoiceCall(ctx, row))
  },
})
