/**
 * Links a new ticket: a back-office ticket or a tracker to a conversation or customer ticket, or a customer ticket to
 * one of these.
 */
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterInvalid } from '../../http/errors.ts'
import { refuseMerged } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import { findTicketType } from '../ticket-types/queries.ts'
import type { WholeType } from '../ticket-types/ticket-type.ts'
import { hasTracker, insertLink, MOST_LINKS } from './link-queries.ts'
import type { TicketThread } from './queries.ts'

const isForCustomer = (category: string | undefined) => category === undefined || category === 'Customer'

/** @throws 404 conversation_not_found, 400 for two that cannot be linked, 422 merge_failed */
export async function linkOnCreation(
  ctx: Ctx,
  made: TicketThread,
  type: WholeType,
  id: string | number,
): Promise<void> {
  const { db, workspaceId, now } = ctx
  const other = await lockThread(db, workspaceId, 'conversation', id)
  if (!other) throw notFound('conversation_to_link')
  refuseMerged(other)
  const otherType =
    other.ticket_type_id === null ? undefined : await findTicketType(db, workspaceId, other.ticket_type_id)
  const [category, otherCategory] = [type.row.category, otherType?.row.category]
  const madeIsTicket = category !== 'Customer'
  if (isForCustomer(category) === isForCustomer(otherCategory))
    throw parameterInvalid(
      'These cannot be linked: one must be a back-office or tracker ticket',
      'conversation_to_link_id',
    )
  const [ticket, thread, tracker] = madeIsTicket
    ? [made, other, category === 'Tracker']
    : [other, made, otherCategory === 'Tracker']
  if (tracker) await refuseTracker(ctx, ticket, thread.id)
  await insertLink(db, workspaceId, { ticketId: ticket.id, threadId: thread.id, isTracker: tracker, now })
}

/** Both threads must be locked. @throws 400 where the thread has a tracker, or the tracker as many threads as it may */
export async function refuseTracker(
  { db, workspaceId }: Ctx,
  tracker: Pick<TicketThread, 'link_count'>,
  threadId: number,
): Promise<void> {
  if (await hasTracker(db, workspaceId, threadId))
    throw apiError(400, 'already_linked_to_tracker', 'A conversation can only have one tracker ticket')
  if (tracker.link_count >= MOST_LINKS)
    throw apiError(
      400,
      'linked_conversation_limit_exceeded',
      'Ticket has reached the maximum number of conversations that can be linked',
    )
}
