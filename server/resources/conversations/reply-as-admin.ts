/** An admin or the bot writes: a comment, a note for other admins, or a choice of quick replies. */
import type { Ctx } from '../../context.ts'
import { sanitiseBody } from '../../html.ts'
import { parameterMissing } from '../../http/errors.ts'
import { byAdmin, getActor, isBot, type Actor } from '../../threads/actors.ts'
import { keepAttachments } from '../../files/attachment.ts'
import { markContacted } from '../../threads/queries.ts'
import { timeOf } from './backdate.ts'
import { mailReply } from './mail-reply.ts'
import { record } from './record.ts'
import type { ReplyInput } from './reply.ts'
import { lockForAdmin } from './target.ts'

export async function replyAsAdmin(ctx: Ctx, id: string, input: ReplyInput) {
  const { message_type, reply_options } = input
  const [thread, admin] = await Promise.all([
    lockForAdmin(ctx, id, input),
    getActor(ctx.db, ctx.workspaceId, input.admin_id),
  ])
  const at = timeOf(ctx, input.created_at)
  const body = sanitiseBody(input.body ?? '')
  const attachments = await keepAttachments(ctx, thread.id, input)
  const quick = message_type === 'quick_reply'
  if (quick && !reply_options) throw parameterMissing('reply_options')
  if (!quick && body === '' && attachments.length === 0) throw parameterMissing('body')
  const [conversation] = await Promise.all([
    record(ctx, thread, {
      parts: [
        {
          part_type: message_type,
          ...byAdmin(admin),
          body: body || null,
          attachments,
          metadata: quick ? { quick_reply_options: reply_options } : null,
          created_at: at,
          ...(input.skip_unsnooze && thread.state === 'snoozed' && { state: 'snoozed' }),
        },
      ],
      changes: {},
      topics: (opened) => [topicOf(message_type, admin), ...(opened ? ['conversation.admin.unsnoozed'] : [])],
    }),
    message_type !== 'note' && markContacted(ctx.db, ctx.workspaceId, thread.contact_ids, at),
  ])
  if (message_type === 'comment' && !input.skip_notifications)
    await mailReply(ctx, thread, admin, { body, attachments, at, conversation })
  return conversation
}

function topicOf(messageType: ReplyInput['message_type'], admin: Actor): string {
  if (messageType === 'note') return 'conversation.admin.noted'
  return isBot(admin) ? 'conversation.operator.replied' : 'conversation.admin.replied'
}
