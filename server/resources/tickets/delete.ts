import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'
import { deleteThread } from '../../threads/delete.ts'
import { lockAnyTicket } from './queries.ts'

export const deleteTicket = operation({
  method: 'DELETE',
  path: '/tickets/{ticket_id}',
  group: 'Tickets',
  summary: 'Delete a ticket',
  description: 'For good: its messages, attributes and files are gone, and so is its conversation.',
  params: Type.Object({ ticket_id: Type.String() }),
  reply: DeletedObject('ticket'),
  answer: 'The id of the deleted ticket.',
  handle: async (ctx, { params }) => {
    const thread = await lockAnyTicket(ctx.db, ctx.workspaceId, params.ticket_id)
    await deleteThread(ctx, thread, true)
    return presentDeletedObject('ticket', thread.id)
  },
})
