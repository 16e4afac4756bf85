import Type from 'typebox'
import { expiringPath } from '../../files/link.ts'
import { operation } from '../../http/operation.ts'
import { Redirect, RedirectReply } from '../../http/plain-answer.ts'
import * as queries from './queries.ts'

/** Enough to load it, too short to share it. */
const LINK_LASTS_MS = 10 * 60 * 1000

export const getCallRecording = operation({
  method: 'GET',
  path: '/calls/{call_id}/recording',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Retrieve the recording of a call',
  description: 'Answers 302 with a `Location` where the recording is downloaded without a token, for ten minutes.',
  inferred: 'the time that the address lasts',
  params: Type.Object({ call_id: Type.String() }),
  reply: RedirectReply,
  answer: 'The address of the recording, as `Location`.',
  status: 302,
  handle: async (ctx, { params }) => {
    const recording = await queries.getRecording(ctx.db, ctx.workspaceId, params.call_id)
    const until = new Date(ctx.now.getTime() + LINK_LASTS_MS)
    return new Redirect(ctx.addressOf(expiringPath(ctx.workspace.app_id, recording, until)))
  },
})
