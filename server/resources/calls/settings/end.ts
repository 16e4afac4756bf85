import Type from 'typebox'
import { fromUnix } from '../../../clock.ts'
import { operation } from '../../../http/operation.ts'
import { described, Text, TimeInput } from '../../../schema/types.ts'
import { Call, presentCall } from '../call.ts'
import { RESOLUTION_STATES } from '../fin-voice/fin-voice-call.ts'
import { callReports } from '../reports.ts'
import { MANUAL } from './manual.ts'

const Seconds = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647, description }))

export const endCall = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/calls/{call_id}/end',
  group: 'Calls',
  summary: 'Record that a call has ended',
  description:
    'Now, unless `ended_at` says otherwise. The reason is `answered` or `missed` unless it is given. A call that has ' +
    'ended answers 409.',
  params: Type.Object({ call_id: Type.String() }),
  body: described(
    Type.Object({
      ended_at: described(Type.Optional(TimeInput), 'When the call ended, not in the future; now by default.'),
      ended_reason: described(Type.Optional(Text()), 'The reason for the end, in a word.'),
      queue_time: Seconds('Seconds that the caller waited in a queue.'),
      hold_time: Seconds('Seconds that the caller was on hold.'),
      resolution_state: described(Type.Optional(Type.Enum([...RESOLUTION_STATES])), 'The outcome of the call.'),
      attributes: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          description: 'Values that were collected during the call, by name.',
        }),
      ),
    }),
    'Details of the end.',
  ),
  reply: Call,
  answer: 'The completed call.',
  refusals: { 409: 'The call has ended.' },
  handle: async (ctx, { params, body }) => {
    const row = await callReports(ctx, MANUAL).ended(params.call_id, {
      at: body.ended_at === undefined ? ctx.now : fromUnix(body.ended_at),
      reason: body.ended_reason?.trim() || undefined,
      queueTime: body.queue_time,
      holdTime: body.hold_time,
      resolutionState: body.resolution_state,
      attributes: body.attributes,
    })
    return presentCall(ctx, row)
  },
})
