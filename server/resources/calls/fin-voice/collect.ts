import Type from 'typebox'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { numberId } from '../../../ids.ts'
import { FinVoiceCall, presentFinVoiceCall } from './fin-voice-call.ts'
import { getMatched } from './queries.ts'

export const collectFinVoiceCall = operation({
  method: 'GET',
  path: '/fin_voice/collect/{registration_id}',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve a registered call',
  description: 'Answers 404 until the registration has been matched with a call.',
  params: Type.Object({ registration_id: Type.String() }),
  reply: FinVoiceCall,
  answer: 'The registered call.',
  handle: async (ctx, { params }) => {
    const id = numberId(params.registration_id)
    if (id === undefined) throw notFound('resource')
    return presentFinVoiceCall(ctx, await getMatched(ctx.db, ctx.workspaceId, { id }))
  },
})
