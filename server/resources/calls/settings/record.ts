import Type from 'typebox'
import { readUpload, Upload } from '../../../files/attachment.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { Call, presentCall } from '../call.ts'
import { callReports } from '../reports.ts'
import { MANUAL } from './manual.ts'
import { described } from '../../../schema/types.ts'

export const recordCall = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/calls/{call_id}/recording',
  group: 'Calls',
  summary: 'Upload the recording of a call',
  description: 'An audio file in base64. It replaces an earlier one.',
  params: Type.Object({ call_id: Type.String() }),
  body: described(Upload, 'The audio file.'),
  reply: Call,
  answer: 'The call with the address of its recording.',
  handle: async (ctx, { params, body }) => {
    const file = readUpload(null, body, 'A recording must have')
    if (!/^audio\//i.test(file.content_type)) throw parameterInvalid('A recording must be audio', 'content_type')
    return presentCall(ctx, await callReports(ctx, MANUAL).recording(params.call_id, file))
  },
})
