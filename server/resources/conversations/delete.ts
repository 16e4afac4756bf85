import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'
import { described } from '../../schema/types.ts'
import { deleteThread } from '../../threads/delete.ts'
import { lockAnyConversation } from './target.ts'

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
  reply: DeletedObject('conversation'),
  answer: 'The id of the deleted conversation.',
  handle: async (ctx, { params, query }) => {
    const thread = await lockAnyConversation(ctx, params.conversation_id)
    await deleteThread(ctx, thread, query.retain_metrics !== false)
    ctx.emit('conversation.deleted', { type: 'conversation', conversation_id: String(thread.id) })
    return presentDeletedObject('conversation', thread.id)
  },
})
