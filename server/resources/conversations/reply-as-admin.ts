/** An admin or the bot writes: a comment, a note for other admins, or a choice of quick replies. */
import type { Ctx } from '../../context.ts'
import { getActor, isBot, type Actor } from '../../threads/actors.ts'
import { markContacted } from '../../threads/queries.ts'
import { timeOf } from './backdate.ts'
import { mailReply } from './mail-reply.ts'
import { record } from './record.ts'
import type { ReplyInput } from './reply.ts'
import { lockForAdmin } from './target.ts'
import { wordsOfAdmin } from './words.ts'

export async function replyAsAdmin(ctx: Ctx, id: string, input: ReplyInput) {
  const { message_type } = input
  const [thread, admin] = await Promise.all([
    lockForAdmin(ctx, id, input),
    getActor(ctx.db, ctx.workspaceId, input.admin_id),
  ])
  const at = timeOf(ctx, input.created_at)
  const words = await wordsOfAdmin(ctx, thread.id, admin, input, at)
  const [conversation] = await Promise.all([
    record(ctx, thread, {
      parts: [{ ...words, ...(input.skip_unsnooze && thread.state === 'snoozed' && { state: 'snoozed' as const }) }],
      changes: {},
      topics: (opened) => [topicOf(message_type, admin), ...(opened ? ['conversation.admin.unsnoozed'] : [])],
    }),
    message_type !== 'note' && markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, at),
  ])
  if (message_type === 'comment' && !input.skip_notifications) {
    const part = conversation.conversation_parts.conversation_parts.at(-1)
    const { body, attachments } = words
    await mailReply(ctx, thread, admin, { body: body ?? '', attachments, at, partId: part && Number(part.id) })
  }
  return conversation
}

function topicOf(messageType: ReplyInput['message_type'], admin: Actor): string {
  if (messageType === 'note') return 'conversation.admin.noted'
  return isBot(admin) ? 'conversation.operator.replied' : 'conversation.admin.replied'
}
