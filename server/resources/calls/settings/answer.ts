import Type from 'typebox'
import { fromUnix } from '../../../clock.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, TimeInput } from '../../../schema/types.ts'
import { Call, presentCall } from '../call.ts'
import { callReports } from '../reports.ts'
import { MANUAL } from './manual.ts'
import { readAdmin } from './start.ts'

export const answerCall = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/calls/{call_id}/answer',
  group: 'Calls',
  summary: 'Record that a call was answered',
  description: 'Now, unless `answered_at` says otherwise. A call that was answered or has ended answers 409.',
  params: Type.Object({ call_id: Type.String() }),
  body: described(
    Type.Object({
      answered_at: described(
        Type.Optional(TimeInput),
        'When the call was answered, not in the future; now by default.',
      ),
      admin_id: described(Type.Optional(IdInput), 'The id of the admin who answered.'),
    }),
    'Details of the answer.',
  ),
  reply: Call,
  answer: 'The call in progress.',
  refusals: { 409: 'The call was answered, or has ended.' },
  handle: async (ctx, { params, body }) => {
    const row = await callReports(ctx, MANUAL).answered(params.call_id, {
      at: body.answered_at === undefined ? ctx.now : fromUnix(body.answered_at),
      adminId: body.admin_id === undefined ? undefined : await readAdmin(ctx, body.admin_id),
    })
    return presentCall(ctx, row)
  },
})
