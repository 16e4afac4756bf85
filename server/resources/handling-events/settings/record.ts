import Type from 'typebox'
import { fromUnix } from '../../../clock.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { readPastTime } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Text, TimeInput } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { lockConversation } from '../../conversations/target.ts'
import { HandlingEvent, presentHandlingEvent } from '../handling-event.ts'
import { findLastHandlingEvent, insertHandlingEvent } from '../queries.ts'

export const recordHandlingEvent = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/conversations/{conversation_id}/handling_events',
  group: 'Conversations',
  summary: 'Record that handling was paused or resumed',
  description:
    'Now, unless `happened_at` says otherwise. An admin resumes only a pause of their own; anything else answers 409.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      admin_id: described(Type.Optional(IdInput), 'The id of the admin; it must be given.'),
      type: described(Type.Enum(['paused', 'resumed']), '`paused` or `resumed`.'),
      reason: described(Type.Optional(Text()), 'The reason, such as `Away`.'),
      happened_at: described(Type.Optional(TimeInput), 'When it happened, not in the future; now by default.'),
    }),
    'The event.',
  ),
  reply: HandlingEvent,
  answer: 'The recorded event.',
  refusals: { 409: 'The state of the handling does not allow the event.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const thread = await lockConversation(ctx, params.conversation_id)
    const admin = await getActor(db, workspaceId, body.admin_id)
    const happened_at =
      body.happened_at === undefined ? now : readPastTime('happened_at', fromUnix(body.happened_at), now)
    const last = await findLastHandlingEvent(db, workspaceId, thread.id, admin.id)
    if ((last?.type ?? 'resumed') === body.type)
      throw apiError(
        409,
        'conflict',
        `The admin has ${body.type === 'paused' ? 'paused' : 'not paused'} the conversation`,
      )
    if (last && happened_at < last.happened_at)
      throw parameterInvalid('happened_at must not be before the last event of the admin', 'happened_at')
    const event = { type: body.type, reason: body.reason?.trim() || null, admin_id: admin.id, happened_at }
    await insertHandlingEvent(db, { workspace_id: workspaceId, thread_id: thread.id, ...event })
    return presentHandlingEvent({ ...event, admin_name: admin.name, admin_email: admin.email })
  },
})
