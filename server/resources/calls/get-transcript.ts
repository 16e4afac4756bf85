import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { TextFile, TextReply } from '../../http/plain-answer.ts'
import * as queries from './queries.ts'

export const getCallTranscript = operation({
  method: 'GET',
  path: '/calls/{call_id}/transcript',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve the transcript of a call',
  description: 'A text file to save, as the provider wrote it.',
  params: Type.Object({ call_id: Type.String() }),
  reply: TextReply,
  answer: 'The transcript, as plain text.',
  handle: async (ctx, { params }) => {
    const { id, transcript } = await queries.getCall(ctx.db, ctx.workspaceId, params.call_id)
    if (transcript === null) throw notFound('call')
    return new TextFile(`transcript-${id}.txt`, transcript)
  },
})
