import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, Id } from '../../schema/types.ts'
import { dequeue } from '../../queue/enqueue.ts'
import { deleteThread } from '../../threads/delete-queries.ts'
import { lockConversation } from './target.ts'
import { wakeKey } from '../../threads/write.ts'

export const deleteConversation = operation({
  method: 'DELETE',
  path: '/conversations/{conversation_id}',
  group: 'Conversations',
  summary: 'Delete a conversation',
  description:
    'The conversation and its parts are deleted for good. Reports go on counting it, unless `retain_metrics` is false.',
  params: Type.Object({ conversation_id: Type.String() }),
  query: Type.Object({
    retain_metrics: described(
      Type.Optional(Type.Boolean()),
      'True, the default, if reports go on counting the conversation.',
    ),
  }),
  reply: Type.Object({
    id: described(Id, 'The id of the conversation that was deleted.'),
    object: Type.Literal('conversation'),
    deleted: Type.Literal(true),
  }),
  answer: 'The id of the deleted conversation.',
  handle: async (ctx, { params, query }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const retained = query.retain_metrics !== false
    await deleteThread(ctx.db, ctx.workspaceId, thread, ctx.now, retained)
    if (thread.state === 'snoozed') await dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id))
    const id = String(thread.id)
    ctx.count('conversations', -1)
    ctx.emit('conversation.deleted', { type: 'conversation', conversation_id: id })
    return { id, object: 'conversation' as const, deleted: true as const }
  },
})
