import Type from 'typebox'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { removeSla } from '../../../threads/sla/apply.ts'
import { Conversation } from '../../conversations/conversation.ts'
import { readConversation } from '../../conversations/read.ts'
import { lockConversation } from '../../conversations/target.ts'

export const removeRule = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/conversations/{conversation_id}/sla',
  group: 'SLA rules',
  summary: 'Remove the SLA rule of a conversation or a ticket',
  description: 'Its clocks are canceled, and its `sla_status` is null from then on, whatever rule comes later.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      admin_id: described(Type.Optional(IdInput), 'The admin who removes it; the one of the token by default.'),
    }),
    'The admin who removes it.',
  ),
  reply: Conversation,
  answer: 'The conversation without a running rule.',
  refusals: { 409: 'The conversation has no rule.' },
  handle: async (ctx, { params, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const actor = await getActor(ctx.db, ctx.workspaceId, body.admin_id ?? ctx.actor.adminId)
    if (!thread.sla || thread.sla.removed) throw apiError(409, 'conflict', 'The conversation has no SLA rule')
    await removeSla(ctx, thread, thread.sla, actor)
    return readConversation(ctx, thread.id)
  },
})
