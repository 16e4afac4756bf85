import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { presentSession, SessionAnswer } from './answer.ts'
import { beginSession, findRefused, refuseKnown } from './begin-session.ts'
import { Attachments, ConversationIdInput, Metadata, readId, readMessage, UserBody } from './inputs.ts'
import { findSession, lockExternalId } from './queries.ts'
import { findRepeated } from './repeated.ts'
import { askFirst, MessageBody } from './start.ts'
import { knowUser } from './user.ts'

export const askFin = operation({
  method: 'POST',
  path: '/fin/ask',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Ask the AI agent one question',
  description:
    'The question gets one answer, by events. The agent neither asks back nor escalates, and the conversation is closed ' +
    'afterwards.',
  body: described(
    Type.Object({
      conversation_id: ConversationIdInput,
      message: MessageBody,
      user: UserBody,
      conversation_metadata: Metadata,
      attachments: Attachments,
    }),
    'The question, and who asks it.',
  ),
  reply: SessionAnswer,
  answer: 'The session, in which the agent is thinking.',
  handle: async (ctx, { body }) => {
    const externalId = readId(body.conversation_id, 'External Conversation ID is required')
    await lockExternalId(ctx.db, ctx.workspaceId, externalId)
    const user = await knowUser(ctx, body.user)
    const message = readMessage(body.message)
    const known = await findSession(ctx.db, ctx.workspaceId, externalId)
    if (known && (await findRepeated(ctx, known, message)) !== undefined) {
      const refused = await findRefused(ctx, known.thread_id, body.conversation_metadata)
      const errors = { user: user.errors, conversation: refused }
      return presentSession(ctx, { session: known, errors, tellsConversation: true })
    }
    await refuseKnown(ctx, externalId)
    const { session, errors } = await beginSession(ctx, {
      externalId,
      user,
      message: { ...message, author: 'user' },
      title: 'Fin',
      source: 'profile',
      attachments: body.attachments,
      metadata: body.conversation_metadata,
      asksBack: false,
      asEmail: false,
    })
    const asked = await askFirst(ctx, session, { ...message, author: 'user' }, user.contact.id)
    return presentSession(ctx, { session: asked, errors, tellsConversation: true })
  },
})
