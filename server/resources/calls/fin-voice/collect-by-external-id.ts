import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { FinVoiceCall, presentFinVoiceCall } from './fin-voice-call.ts'
import { getMatched } from './queries.ts'

export const collectFinVoiceCallByExternalId = operation({
  method: 'GET',
  path: '/fin_voice/external_id/{external_call_id}',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve a registered call by the id of the other system',
  description: 'Answers 404 until the registration has been matched with a call.',
  params: Type.Object({ external_call_id: Type.String() }),
  reply: FinVoiceCall,
  answer: 'The registered call.',
  handle: async (ctx, { params }) =>
    presentFinVoiceCall(ctx, await getMatched(ctx.db, ctx.workspaceId, { externalId: params.external_call_id })),
})
