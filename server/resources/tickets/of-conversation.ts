/** A change by an operation on conversations to one that is a ticket: ticket topics tell of it. */
import type { Ctx } from '../../context.ts'
import { readTold } from './read.ts'
import { tell } from './record.ts'
import type { ToldTicket } from './topics.ts'

const TOPICS: Record<string, string> = {
  'conversation.admin.closed': 'ticket.closed',
  'conversation.admin.noted': 'ticket.note.created',
  'conversation.admin.replied': 'ticket.admin.replied',
  'conversation.admin.snoozed': 'ticket.admin.snoozed',
  'conversation.admin.unsnoozed': 'ticket.admin.unsnoozed',
  'conversation.operator.replied': 'ticket.admin.replied',
  'conversation.rating.added': 'ticket.rating.provided',
  'conversation.user.replied': 'ticket.contact.replied',
}

/** @param topics as a conversation would be told @param partIds the new parts */
export async function tellOfTicket(ctx: Ctx, id: number, topics: string[], partIds: number[]): Promise<void> {
  const ticket = await readTold(ctx, id)
  const [partId] = partIds
  const told = topics.flatMap((topic) =>
    topic === 'conversation.admin.assigned' ? assignmentTopics(ticket, partId) : (TOPICS[topic] ?? []),
  )
  tell(ctx, ticket, partId ?? 0, told)
}

/** Words beside an assignment are a reply, as captured. */
function assignmentTopics({ ticket_parts }: ToldTicket, partId: number | undefined): string[] {
  const part = ticket_parts.ticket_parts.find(({ id }) => id === String(partId))
  const assigned = part?.assigned_to?.type.endsWith('team') ? 'ticket.team.assigned' : 'ticket.admin.assigned'
  return part?.body ? [assigned, 'ticket.admin.replied'] : [assigned]
}
