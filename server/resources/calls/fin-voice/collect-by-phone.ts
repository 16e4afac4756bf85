import Type from 'typebox'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { readE164 } from '../../../phone.ts'
import { FinVoiceCall, presentFinVoiceCall } from './fin-voice-call.ts'
import { getMatched } from './queries.ts'

export const collectFinVoiceCallByPhone = operation({
  method: 'GET',
  path: '/fin_voice/phone_number/{phone_number}',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve the newest registered call of a phone number',
  description: 'Answers 404 where none of the number has been matched with a call.',
  inferred: 'the form of the answer',
  params: Type.Object({ phone_number: Type.String({ description: 'The number, in E.164.' }) }),
  reply: FinVoiceCall,
  answer: 'The registered call.',
  handle: async (ctx, { params }) => {
    const phone = readE164(params.phone_number)
    if (phone === undefined) throw notFound('resource')
    return presentFinVoiceCall(ctx, await getMatched(ctx.db, ctx.workspaceId, { phone }))
  },
})
