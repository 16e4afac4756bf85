import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { BodyText, described, IdInput } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { listParts } from '../../../threads/queries.ts'
import { writeThread } from '../../../threads/write.ts'
import { lockConversation } from '../../conversations/target.ts'
import { wordsOfAdmin } from '../../conversations/words.ts'
import { insertSideConversation } from '../queries.ts'
import { presentSideConversation, SideConversation } from '../side-conversation.ts'

export const createSideConversation = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/conversations/{conversation_id}/side_conversations',
  group: 'Conversations',
  summary: 'Begin a side conversation',
  description: 'A thread of teammates beside a conversation, with its first message. Contacts never see it.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      admin_id: described(Type.Optional(IdInput), 'The id of the admin who writes; it must be given.'),
      body: described(Type.Optional(BodyText), 'The text of the first message: HTML or plain text.'),
    }),
    'The first message, and who writes it.',
  ),
  reply: SideConversation,
  answer: 'The side conversation with its first message.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const parent = await lockConversation(ctx, params.conversation_id)
    const admin = await getActor(db, workspaceId, body.admin_id)
    const thread = await insertSideConversation(db, workspaceId, parent.id, now)
    const message = { message_type: 'comment' as const, body: body.body ?? '' }
    await writeThread(ctx, thread, [await wordsOfAdmin(ctx, thread.id, admin, message, now)], {})
    return presentSideConversation({ id: thread.id, total: 1 }, await listParts(db, workspaceId, thread.id))
  },
})
