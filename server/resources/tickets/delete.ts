import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { dequeue } from '../../queue/enqueue.ts'
import { described, Id } from '../../schema/types.ts'
import { deleteThread } from '../../threads/delete-queries.ts'
import { wakeKey } from '../../threads/write.ts'
import { lockTicket } from './queries.ts'

export const deleteTicket = operation({
  method: 'DELETE',
  path: '/tickets/{ticket_id}',
  group: 'Tickets',
  summary: 'Delete a ticket',
  description: 'For good: its messages, attributes and files are gone, and so is its conversation.',
  params: Type.Object({ ticket_id: Type.String() }),
  reply: Type.Object({
    id: described(Id, 'The id of the ticket that was deleted.'),
    object: Type.Literal('ticket'),
    deleted: Type.Literal(true),
  }),
  answer: 'The id of the deleted ticket.',
  handle: async (ctx, { params }) => {
    const thread = await lockTicket(ctx.db, ctx.workspaceId, params.ticket_id)
    await deleteThread(ctx.db, ctx.workspaceId, thread, ctx.now, true)
    if (thread.state === 'snoozed') await dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id))
    ctx.count('conversations', -1)
    return { id: String(thread.id), object: 'ticket' as const, deleted: true as const }
  },
})
