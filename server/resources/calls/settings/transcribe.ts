import Type from 'typebox'
import { readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, BodyText } from '../../../schema/types.ts'
import { Call, presentCall } from '../call.ts'
import { callReports } from '../reports.ts'
import { MANUAL } from './manual.ts'

export const transcribeCall = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/calls/{call_id}/transcript',
  group: 'Calls',
  summary: 'Write the transcript of a call',
  description: 'It replaces an earlier one. A line that begins with a name and a colon is what that person said.',
  params: Type.Object({ call_id: Type.String() }),
  body: described(
    Type.Object({
      text: described(BodyText, 'The transcript, one line for each that was spoken.'),
      summary: described(Type.Optional(Type.String({ maxLength: 10_000 })), 'A summary of the call.'),
    }),
    'The transcript.',
  ),
  reply: Call,
  answer: 'The call with the address of its transcript.',
  handle: async (ctx, { params, body }) => {
    const transcript = { text: readText('text', body.text), summary: body.summary?.trim() }
    return presentCall(ctx, await callReports(ctx, MANUAL).transcript(params.call_id, transcript))
  },
})
