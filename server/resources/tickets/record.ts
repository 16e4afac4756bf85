/** Writes what happened to a ticket, and tells of it. The ticket must be locked. */
import type { Ctx } from '../../context.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import type { ThreadChanges, ThreadRow } from '../../threads/thread.ts'
import { writeThread } from '../../threads/write.ts'
import { endTakenOver } from '../fin/end-taken-over.ts'
import { applyMatchingRule, isAssigned } from '../sla-rules/apply-rules.ts'
import { readTold } from './read.ts'
import type { TicketWire } from './ticket.ts'
import { ticketItem, type ToldTicket } from './topics.ts'

export interface Occurrence {
  /** Each with the topics that tell of it; their times are those of the request, or earlier. */
  parts: { part: UnplacedPart; topics: string[] }[]
  /** Besides those that follow from the parts. */
  changes: ThreadChanges
}

/** @returns the ticket as it is then, and the ids of the new parts */
export async function recordTicket(
  ctx: Ctx,
  thread: ThreadRow,
  { parts, changes }: Occurrence,
): Promise<{ ticket: TicketWire; partIds: number[] }> {
  const news = parts.map(({ part }) => part)
  const written = await writeThread(ctx, thread, news, changes)
  await endTakenOver(ctx, thread, news)
  const isNew = parts.some(({ topics }) => topics.includes('ticket.created'))
  if (isAssigned(thread, news) || (isNew && !thread.sla)) await applyMatchingRule(ctx, thread.id)
  const ticket = await readTold(ctx, thread.id)
  for (const [at, { topics }] of parts.entries()) tell(ctx, ticket, written.ids[at]!, topics)
  const { channel: _, ...shown } = ticket
  return { ticket: shown, partIds: written.ids }
}

/** Emits topics about a part of a ticket. */
export function tell(ctx: Ctx, ticket: ToldTicket, partId: number, topics: string[]): void {
  for (const topic of topics) ctx.emit(topic, ticketItem(topic, ticket, partId))
}
