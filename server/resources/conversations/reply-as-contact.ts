/** A contact writes, or chooses one of the quick replies that it was given. */
import type { Ctx } from '../../context.ts'
import { sanitiseBody, textToBody } from '../../html.ts'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { keepAttachments } from '../../files/attachment.ts'
import { markContactReply } from '../../threads/queries.ts'
import { timeOf } from './backdate.ts'
import { record } from './record.ts'
import type { ReplyInput } from './reply.ts'
import { lockConversationOf } from './target.ts'

export async function replyAsContact(ctx: Ctx, id: string, input: ReplyInput) {
  const { thread, contact } = await lockConversationOf(ctx, id, input)
  if (input.message_type === 'note') throw parameterInvalid('message_type note is for admins only', 'message_type')
  const at = timeOf(ctx, input.created_at)
  const choice = input.reply_options?.[0]
  const body = sanitiseBody(input.body ?? '') || textToBody(choice?.text ?? '')
  const attachments = await keepAttachments(ctx, thread.id, input)
  if (body === '' && attachments.length === 0) throw parameterMissing('body')
  const [conversation] = await Promise.all([
    record(ctx, thread, {
      parts: [
        {
          part_type: 'comment',
          author_type: contact.role === 'user' ? 'user' : 'lead',
          author_contact_id: contact.id,
          body: body || null,
          attachments,
          metadata: choice ? { quick_reply_uuid: choice.uuid } : null,
          created_at: at,
        },
      ],
      changes: {},
      topics: ['conversation.user.replied'],
    }),
    markContactReply(ctx.db, ctx.workspaceId, contact.id, at, ctx.now),
  ])
  return conversation
}
