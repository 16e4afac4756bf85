import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { refuseMerged } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import { Conversation } from '../conversations/conversation.ts'
import { readConversation } from '../conversations/read.ts'
import { getTicketType } from '../ticket-types/queries.ts'
import { refuseTracker } from './link-on-creation.ts'
import { insertLink, MOST_LINKS } from './link-queries.ts'
import { lockTicket, type TicketThread } from './queries.ts'

export const linkConversation = operation({
  method: 'POST',
  path: '/tickets/{ticket_id}/linked_conversations',
  group: 'Tickets',
  summary: 'Link a conversation to a ticket',
  description:
    `The ticket must be a tracker; it may have ${MOST_LINKS} conversations or customer tickets, and each of these one ` +
    'tracker. The conversation is answered.',
  params: Type.Object({ ticket_id: Type.String() }),
  body: described(
    Type.Object({
      conversation_id: described(
        Type.Optional(IdInput),
        'The id of a conversation or a customer ticket; it must be given.',
      ),
    }),
    'The conversation to link.',
  ),
  reply: Conversation,
  answer: 'The linked conversation with its parts.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const ticket = await lockTracker(ctx, params.ticket_id, 'linking')
    if (body.conversation_id === undefined || body.conversation_id === '')
      throw apiError(400, 'parameter_not_found', 'conversation_id not specified')
    const thread = await lockThread(db, workspaceId, 'conversation', body.conversation_id)
    if (!thread) throw notFound('conversation_to_link')
    refuseMerged(thread)
    if (thread.ticket_type_id !== null) await refuseInternal(ctx, thread.ticket_type_id)
    await refuseTracker(ctx, ticket, thread.id)
    await insertLink(db, workspaceId, { ticketId: ticket.id, threadId: thread.id, isTracker: true, now })
    return readConversation(ctx, thread.id)
  },
})

/** A tracker ticket, locked. @throws 404 ticket_not_found, 400 invalid_ticket_type */
export async function lockTracker(ctx: Ctx, id: string, doing: 'linking' | 'unlinking'): Promise<TicketThread> {
  const ticket = await lockTicket(ctx.db, ctx.workspaceId, id)
  const { row } = await getTicketType(ctx.db, ctx.workspaceId, ticket.ticket_type_id)
  if (row.category !== 'Tracker')
    throw apiError(400, 'invalid_ticket_type', `Only tracker tickets support ${doing} conversations`)
  return ticket
}

/** @throws 400 for a ticket that is no customer's */
async function refuseInternal(ctx: Ctx, typeId: number): Promise<void> {
  const { row } = await getTicketType(ctx.db, ctx.workspaceId, typeId)
  if (row.category !== 'Customer')
    throw parameterInvalid('Only conversations and customer tickets can be linked', 'conversation_id')
}
