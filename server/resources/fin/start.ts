import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { operation } from '../../http/operation.ts'
import { described, shownAs } from '../../schema/types.ts'
import { presentSession, SessionAnswer } from './answer.ts'
import { askAgent, noteTurn } from './ask-agent.ts'
import { beginSession, findRefused } from './begin-session.ts'
import {
  Attachments,
  ConversationIdInput,
  FinSettingsInput,
  Message,
  Metadata,
  readId,
  readMessage,
  UserBody,
  type MessageInput,
  type MetadataInput,
} from './inputs.ts'
import { holdSession } from './lock.ts'
import { findSession, lockExternalId, type Session } from './queries.ts'
import { noteSaid } from './repeated.ts'
import { replyInSession, type ReplyInput } from './reply.ts'
import { awaitUser } from './speak.ts'
import { knowUser } from './user.ts'

export const MessageBody = described(shownAs(Message, Type.Optional(Message)), 'The message.')

export const startFin = operation({
  method: 'POST',
  path: '/fin/start',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Start a conversation with the AI agent',
  description:
    'Begins a conversation of the user and has the agent answer the message. The answer comes by events: webhooks, or ' +
    'the stream of this answer. A session that is there goes on, as by a reply. Attributes that cannot be written are ' +
    'told of, and the session begins all the same.',
  inferred: 'the handling of a session that is there',
  body: described(
    Type.Object({
      conversation_id: ConversationIdInput,
      message: MessageBody,
      user: UserBody,
      attachments: Attachments,
      conversation_metadata: Metadata,
      settings: FinSettingsInput,
    }),
    'The message, the user, and what the agent is to know.',
  ),
  reply: SessionAnswer,
  answer: 'The session, in which the agent is thinking, or waits for the user where the message is not theirs.',
  handle: async (ctx, { body }) => {
    const externalId = readId(body.conversation_id, 'conversation_id is required')
    const message = readMessage(body.message)
    await lockExternalId(ctx.db, ctx.workspaceId, externalId)
    const known = await findSession(ctx.db, ctx.workspaceId, externalId)
    if (known) return goOn(ctx, known, { ...body, message })
    const user = await knowUser(ctx, body.user)
    const { session, errors } = await beginSession(ctx, {
      externalId,
      user,
      message,
      title: 'Fin',
      source: 'profile',
      attachments: body.attachments,
      metadata: body.conversation_metadata,
      asksBack: body.settings?.follow_up_questions ?? true,
      asEmail: body.settings?.email ?? false,
    })
    const asked = await askFirst(ctx, session, message, user.contact.id)
    return presentSession(ctx, { session: asked, errors, tellsConversation: true })
  },
})

/** A repetition of the first message is told as the first time, since that answer may have been lost. */
async function goOn(ctx: Ctx, known: Session, input: ReplyInput & { conversation_metadata?: MetadataInput }) {
  const { session, errors, repeated } = await replyInSession(ctx, known, input)
  const conversation = repeated?.begins ? await findRefused(ctx, session.thread_id, input.conversation_metadata) : {}
  return presentSession(ctx, { session, errors: { ...errors, conversation }, tellsConversation: true })
}

/** Has the first message answered. Words of others than the user ask nothing: it is the user's turn. */
export async function askFirst(ctx: Ctx, session: Session, message: MessageInput, contactId: string): Promise<Session> {
  const held = (await holdSession(ctx, session.id))!
  if (message.author === 'user') await askAgent(ctx, held, await noteTurn(ctx, held, message, contactId))
  else {
    await noteSaid(ctx, held, message, { begins: true })
    await awaitUser(ctx, held, { endsWhenQuiet: false })
  }
  return held.session
}
