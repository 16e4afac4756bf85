/** A contact writes, or chooses one of the quick replies that it was given. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { markContactReply } from '../../threads/queries.ts'
import { timeOf } from './backdate.ts'
import { checkChoice } from './offered.ts'
import { record } from './record.ts'
import type { ReplyInput } from './reply.ts'
import { lockConversationOf } from './target.ts'
import { wordsOfContact } from './words.ts'

export async function replyAsContact(ctx: Ctx, id: string, input: ReplyInput) {
  const { thread, contact } = await lockConversationOf(ctx, id, input)
  if (input.message_type === 'note') throw parameterInvalid('message_type note is for admins only', 'message_type')
  const choice = input.message_type === 'quick_reply' ? input.reply_options?.[0] : undefined
  if (choice) await checkChoice(ctx, thread.id, choice.uuid)
  const at = timeOf(ctx, input.created_at)
  const words = await wordsOfContact(ctx, thread.id, contact, input, at)
  // Before the conversation, as where one begins: the distribution of a team's conversations is locked last.
  await markContactReply(ctx.db, ctx.workspaceId, contact.id, at, ctx.now)
  return record(ctx, thread, { parts: [words], changes: {}, topics: ['conversation.user.replied'] })
}
