/**
 * Writes what happened to a conversation: its parts, what they change, and the events that tell of
 * it. The conversation must be locked.
 */
import type { Ctx } from '../../context.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import type { ThreadChanges, ThreadRow } from '../../threads/thread.ts'
import type { presentDeliveredParticipant } from '../contacts/delivered-contact.ts'
import { presentDelivered, withUnread } from './delivered-conversation.ts'
import { writeThread } from '../../threads/write.ts'
import { endTakenOver } from '../fin/end-taken-over.ts'
import { applyMatchingRule, isAssigned } from '../sla-rules/apply-rules.ts'
import { tellOfTicket } from '../tickets/of-conversation.ts'
import { readConversation, withParts, type WholeConversation } from './read.ts'

export interface Occurrence {
  /** Their times are those of the request, or earlier. */
  parts: UnplacedPart[]
  /** Besides those that follow from the parts. */
  changes: ThreadChanges
  /** Topics of the change; a function where they depend on whether it opened the thread. */
  topics: string[] | ((opened: boolean) => string[])
  /** The contact who came or went, which events tell beside the conversation. */
  contact?: ReturnType<typeof presentDeliveredParticipant>
}

/** An occurrence whose topics are known beforehand. */
export type PlainOccurrence = Occurrence & { topics: string[] }

/** The one topic that tells of parts which were there before. */
const READ = 'conversation.read'

/** Topics of the parts that follow: each of them assigns. */
const ASSIGNED = ['conversation.admin.assigned', 'conversation.admin.open.assigned']

/** @returns the conversation as it is then */
export async function record(
  ctx: Ctx,
  thread: ThreadRow,
  { parts, changes, topics, contact }: Occurrence,
): Promise<WholeConversation> {
  const { ids, followed, opened } = await writeThread(ctx, thread, parts, changes)
  await endTakenOver(ctx, { ...thread, ...changes }, parts)
  if (isAssigned(thread, parts)) await applyMatchingRule(ctx, thread.id)
  const whole = await readConversation(ctx, thread.id)
  const told = typeof topics === 'function' ? topics(opened) : topics
  if (thread.ticket_type_id !== null) {
    await tellOfTicket(ctx, thread.id, told, ids)
    if (contact)
      for (const topic of told) ctx.emit(topic.replace(/^conversation/, 'ticket'), { ticket: whole.ticket, contact })
  } else if (told.length > 0) {
    const conversation = presentDelivered(withParts(whole, ids))
    const shown = contact ? { conversation, contact } : conversation
    for (const topic of told)
      ctx.emit(topic, topic === READ ? presentDelivered(withUnread(whole, thread.read_part_id, ids)) : shown)
  }
  if (followed.length > 0) for (const topic of ASSIGNED) ctx.emit(topic, presentDelivered(withParts(whole, followed)))
  return whole
}
