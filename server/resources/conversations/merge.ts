import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described, IdInput } from '../../schema/types.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { isMerged, mergeFailed } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import { endSla } from '../../threads/sla/apply.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { getTicketType } from '../ticket-types/queries.ts'
import { areLinked, insertLink } from '../tickets/link-queries.ts'
import { addParticipant } from './attach-contact.ts'
import { Conversation } from './conversation.ts'
import { listParticipants } from './customer-queries.ts'
import { record } from './record.ts'

export const mergeConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/merge',
  group: 'Conversations',
  scopes: ['write_conversations'],
  summary: 'Merge a conversation into another',
  description:
    'The conversation of the path, the secondary one, is closed and linked to the primary one, which its contacts join. ' +
    'Each keeps its own parts. Conversations and customer tickets can be merged, each once. The secondary one can be ' +
    'read, redacted and deleted from then on; other changes of it answer 422.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      merge_into_conversation_id: described(
        Type.Optional(IdInput),
        'The id of the primary conversation; it must be given.',
      ),
    }),
    'The conversation to merge into.',
  ),
  reply: Conversation,
  answer: 'The primary conversation with its parts.',
  handle: async (ctx, { params, body }) => {
    const { secondary, primary } = await lockBoth(ctx, params.conversation_id, body.merge_into_conversation_id)
    await refuseUnmergeable(ctx, secondary, primary)
    const bot = byAdmin(await getBot(ctx.db, ctx.workspaceId))
    await link(ctx, secondary, primary)
    // Before the close, which would settle them.
    await endSla(ctx, secondary)
    const closes = secondary.state !== 'closed'
    await record(ctx, secondary, {
      parts: closes ? [{ part_type: 'close', ...bot, created_at: ctx.now }] : [],
      changes: { merged_into_id: primary.id },
      topics: closes ? ['conversation.admin.closed'] : [],
    })
    let joined = primary
    for (const contact of await listParticipants(ctx.db, ctx.workspaceId, secondary.contact_ids))
      joined = await addParticipant(ctx, joined, contact, bot)
    return record(ctx, joined, {
      parts: [{ part_type: 'merged_primary_conversation', ...bot, created_at: ctx.now }],
      changes: {},
      topics: [],
    })
  },
})

/**
 * Locks both in the order of their ids, so that merges in opposite directions wait for each other in line.
 * @throws 404 for the secondary, 400 for an id that is no number, 422 for a missing primary or the same conversation
 */
async function lockBoth(ctx: Ctx, from: string, into: string | number | undefined) {
  const [secondaryId, primaryId] = [numberId(from), numberId(into ?? '')]
  const locked = new Map<number, ThreadRow | undefined>()
  for (const id of [secondaryId ?? 0, primaryId ?? 0].toSorted((a, b) => a - b))
    if (id > 0 && !locked.has(id)) locked.set(id, await lockThread(ctx.db, ctx.workspaceId, 'conversation', id))
  const [secondary, primary] = [locked.get(secondaryId ?? 0), locked.get(primaryId ?? 0)]
  if (!secondary) throw notFound('conversation')
  if (primaryId === undefined)
    throw parameterInvalid('merge_into_conversation_id must be a valid integer conversation ID')
  if (primaryId === secondary.id) throw mergeFailed('Cannot merge a conversation into itself')
  if (!primary) throw mergeFailed('Primary conversation not found')
  return { secondary, primary }
}

/** @throws 422 merge_failed */
async function refuseUnmergeable(ctx: Ctx, secondary: ThreadRow, primary: ThreadRow): Promise<void> {
  if (isMerged(secondary)) throw mergeFailed('Secondary conversation has already been merged')
  if (isMerged(primary)) throw mergeFailed('Primary conversation has already been merged')
  for (const { ticket_type_id } of [secondary, primary]) {
    if (ticket_type_id === null) continue
    const { row } = await getTicketType(ctx.db, ctx.workspaceId, ticket_type_id)
    if (row.category !== 'Customer') throw mergeFailed('Only conversations and customer tickets can be merged')
  }
}

async function link({ db, workspaceId, now }: Ctx, secondary: ThreadRow, primary: ThreadRow): Promise<void> {
  if (await areLinked(db, workspaceId, [primary.id, secondary.id])) return
  await insertLink(db, workspaceId, { ticketId: primary.id, threadId: secondary.id, isTracker: false, now })
}
