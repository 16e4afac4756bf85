import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { lockThread } from '../../threads/queries.ts'
import { Conversation } from '../conversations/conversation.ts'
import { readConversation } from '../conversations/read.ts'
import { lockTracker } from './link.ts'
import { deleteLink } from './link-queries.ts'

export const unlinkConversation = operation({
  method: 'DELETE',
  path: '/tickets/{ticket_id}/linked_conversations/{conversation_id}',
  group: 'Tickets',
  summary: 'Unlink a conversation from a ticket',
  description: 'The ticket must be a tracker. The conversation is answered.',
  params: Type.Object({ ticket_id: Type.String(), conversation_id: Type.String() }),
  reply: Conversation,
  answer: 'The conversation that was unlinked, with its parts.',
  handle: async (ctx, { params }) => {
    const ticket = await lockTracker(ctx, params.ticket_id, 'unlinking')
    const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', params.conversation_id)
    if (!thread || !(await deleteLink(ctx.db, ctx.workspaceId, ticket.id, thread.id, ctx.now)))
      throw notFound('linked_conversation')
    return readConversation(ctx, thread.id)
  },
})
