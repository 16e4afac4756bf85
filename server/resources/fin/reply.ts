import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { perform } from '../../http/perform.ts'
import { described, shownAs } from '../../schema/types.ts'
import { getBot } from '../../threads/actors.ts'
import { replyToConversation } from '../conversations/reply.ts'
import { wakeRun } from '../workflows/wake.ts'
import { presentSession, SessionAnswer, type AttributeErrors } from './answer.ts'
import { askAgent, noteTurn } from './ask-agent.ts'
import {
  Attachments,
  ConversationIdInput,
  FinSettingsInput,
  Message,
  readAttachments,
  readId,
  readMessage,
  UserBody,
  type MessageInput,
} from './inputs.ts'
import { isTakenOver, leaveWithRun } from './end-taken-over.ts'
import { holdSession, type Held } from './lock.ts'
import { findSession, type Session } from './queries.ts'
import { findRepeated, noteSaid } from './repeated.ts'
import { change } from './state.ts'
import { knowUser, type KnownUser } from './user.ts'

const ReplyBody = Type.Object({
  conversation_id: ConversationIdInput,
  message: described(shownAs(Message, Type.Optional(Message)), 'The message.'),
  user: UserBody,
  attachments: Attachments,
  settings: FinSettingsInput,
})

export const replyToFin = operation({
  method: 'POST',
  path: '/fin/reply',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Reply to the AI agent',
  description:
    'Adds a message to a session. A message of the user is answered, or goes to the procedure that asked; one of an ' +
    'agent of yours is kept for teammates to read. After an escalation nothing is answered any more.',
  inferred: 'the answer where there is no such session, and the handling of another user',
  body: described(ReplyBody, 'The message, and who writes it.'),
  reply: SessionAnswer,
  answer: 'The session with its status.',
  refusals: { 404: 'The conversation was deleted.', 422: 'The conversation has been merged into another.' },
  handle: async (ctx, { body }) => {
    const externalId = readId(body.conversation_id, 'conversation_id is required')
    const message = readMessage(body.message)
    const session = await findSession(ctx.db, ctx.workspaceId, externalId)
    if (!session) throw gone()
    return presentSession(ctx, await replyInSession(ctx, session, { ...body, message }))
  },
})

const gone = () => apiError(404, 'not_found', 'Conversation not found for the given conversation_id')

export type ReplyInput = Static<typeof ReplyBody> & { message: MessageInput }

/**
 * @returns the session, and what is known of the message that this one repeats
 * @throws 404 not_found where the conversation was deleted
 */
export async function replyInSession(
  ctx: Ctx,
  { id }: Session,
  input: ReplyInput,
): Promise<{ session: Session; errors: AttributeErrors; repeated: { begins: boolean } | undefined }> {
  // Before the contact, as whoever speaks in the conversation does.
  const held = await holdSession(ctx, id)
  if (!held) throw gone()
  const user = await knowUser(ctx, input.user)
  if (!held.thread.contact_ids.includes(user.contact.id))
    throw parameterInvalid('The user does not take part in this conversation', 'user')
  const errors = { user: user.errors, conversation: {} }
  const repeated = await findRepeated(ctx, held.session, input.message)
  if (repeated === undefined) await say(ctx, held, user, input)
  return { session: held.session, errors, repeated }
}

async function say(ctx: Ctx, held: Held, { contact }: KnownUser, { message, attachments, settings }: ReplyInput) {
  const { author, body } = message
  const byUser = author === 'user'
  await perform(replyToConversation, ctx, {
    params: { conversation_id: String(held.thread.id) },
    body: {
      message_type: 'comment',
      body,
      ...readAttachments(attachments),
      ...(byUser
        ? { type: 'user', intercom_user_id: contact.id }
        : { type: 'admin', admin_id: (await getBot(ctx.db, ctx.workspaceId)).id, skip_notifications: true }),
    },
  })
  if (!byUser) return noteSaid(ctx, held, message, { begins: false })
  if (held.session.status === 'escalated') return
  if (await isTakenOver(ctx, held)) return leaveWithRun(ctx, held, { outcome: 'taken_over' })
  await change(ctx, held, {
    asks_back: settings?.follow_up_questions ?? true,
    as_email: settings?.email ?? held.session.as_email,
  })
  const number = await noteTurn(ctx, held, message, contact.id)
  if (held.run) await wakeRun(ctx, held.run)
  else await askAgent(ctx, held, number)
}
