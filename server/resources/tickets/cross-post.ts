/** Writes a note on a back-office ticket to its linked conversations as well. */
import type { Ctx } from '../../context.ts'
import type { AttachmentWire } from '../../files/attachment.ts'
import { fetchLater } from '../../files/fetch-later.ts'
import { parameterInvalid } from '../../http/errors.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { isMerged } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import { writeThread } from '../../threads/write.ts'
import { getTicketType } from '../ticket-types/queries.ts'
import { listLinkedThreads } from './link-queries.ts'
import type { TicketThread } from './queries.ts'

/** @throws 400 for another part than a note, or another ticket than a back-office one */
export async function crossPost(ctx: Ctx, ticket: TicketThread, note: UnplacedPart): Promise<void> {
  if (note.part_type !== 'note') throw parameterInvalid('cross_post is only for notes', 'cross_post')
  const { row } = await getTicketType(ctx.db, ctx.workspaceId, ticket.ticket_type_id)
  if (row.category !== 'Back-office') throw parameterInvalid('cross_post is only for back-office tickets', 'cross_post')
  for (const id of await listLinkedThreads(ctx.db, ctx.workspaceId, ticket.id)) {
    const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', id)
    if (!thread || isMerged(thread)) continue
    await fetchLater(ctx, thread.id, (note.attachments as AttachmentWire[] | undefined) ?? [])
    await writeThread(ctx, thread, [note], {})
  }
}
