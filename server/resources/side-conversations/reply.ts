import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput } from '../../schema/types.ts'
import { getActor, getBot, isBot, type Actor } from '../../threads/actors.ts'
import { listParts } from '../../threads/queries.ts'
import { writeThread } from '../../threads/write.ts'
import { Conversation, presentConversation } from '../conversations/conversation.ts'
import { getConversation } from '../conversations/queries.ts'
import { lockConversation } from '../conversations/target.ts'
import { wordsOfAdmin } from '../conversations/words.ts'
import { lockSideConversation } from './queries.ts'

const SideReply = Type.Object({
  message_type: described(Type.Enum(['comment', 'note']), 'A message, or a note.'),
  type: described(Type.Enum(['admin', 'bot']), 'The kind of author.'),
  body: described(Type.Optional(BodyText), 'The text: HTML or plain text.'),
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who replies.'),
  bot_id: described(Type.Optional(IdInput), 'The id of the bot that replies; the operator by default.'),
})

export const replyToSideConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/side_conversations/{side_conversation_id}/reply',
  group: 'Conversations',
  scopes: ['write_conversations'],
  summary: 'Reply to a side conversation',
  description: 'As an admin or as the bot. The conversation beside it stays as it is.',
  inferred: 'that the side conversation is answered, and the operation as a whole: only a draft of it was seen',
  params: Type.Object({ conversation_id: Type.String(), side_conversation_id: Type.String() }),
  body: described(SideReply, 'The reply, and who writes it.'),
  reply: Conversation,
  answer: 'The side conversation with its parts, the new one last.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const parent = await lockConversation(ctx, params.conversation_id)
    const thread = await lockSideConversation(db, workspaceId, parent.id, params.side_conversation_id)
    const author = await authorOf(ctx, body)
    const { message_type } = body
    const words = await wordsOfAdmin(ctx, thread.id, author, { message_type, body: body.body ?? '' }, now)
    await writeThread(ctx, thread, [words], {})
    const [row, parts] = await Promise.all([
      getConversation(db, workspaceId, thread.id, 'side_conversation'),
      listParts(db, workspaceId, thread.id),
    ])
    return presentConversation(row, null, { rows: parts, total: row.count_conversation_parts })
  },
})

/** @throws 400 where no admin is named, 404 admin_not_found */
async function authorOf(ctx: Ctx, { type, admin_id, bot_id }: Static<typeof SideReply>): Promise<Actor> {
  const { db, workspaceId } = ctx
  if (type === 'bot' && bot_id === undefined) return getBot(db, workspaceId)
  const actor = await getActor(db, workspaceId, type === 'bot' ? bot_id : admin_id)
  if (isBot(actor) !== (type === 'bot')) throw notFound('admin')
  return actor
}
