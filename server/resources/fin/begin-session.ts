/** Begins a session: a conversation of the user, what the agent is to know, and its first message. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { sanitiseBody } from '../../html.ts'
import { keepAttachments, type AttachmentWire } from '../../files/attachment.ts'
import { getBot } from '../../threads/actors.ts'
import { updateThread } from '../../threads/queries.ts'
import { begin } from '../conversations/begin.ts'
import { record } from '../conversations/record.ts'
import { lockConversation } from '../conversations/target.ts'
import { updateAttributes } from '../conversations/update-attributes.ts'
import { checkCustomAttributes } from '../data-attributes/check.ts'
import { keepMessage } from '../messages/keep-message.ts'
import type { AiAgentState } from '../conversations/ai-agent.ts'
import type { AttributeErrors } from './answer.ts'
import { readAttachments, readHistory, type AttachmentsInput, type MessageInput, type MetadataInput } from './inputs.ts'
import { findSession, insertSession, type Session } from './queries.ts'
import { readSettings } from './settings/queries.ts'
import { newAgentState } from './state.ts'
import { sortAttributes, type KnownUser } from './user.ts'

export interface Beginning {
  /** The client's own id; undefined for a session that has none but the conversation's. */
  externalId: string | undefined
  user: KnownUser
  /** The words of the user, or of the agent; the title is said where there are none. */
  message: Pick<MessageInput, 'author' | 'body'> | undefined
  title: string
  source: AiAgentState['source_type']
  attachments?: AttachmentsInput | undefined
  metadata?: MetadataInput
  asksBack: boolean
  asEmail: boolean
}

/** @throws 400 parameter_invalid where the agent is off, or the session is there */
export async function beginSession(
  ctx: Ctx,
  beginning: Beginning,
): Promise<{ session: Session; errors: AttributeErrors }> {
  const { externalId, user, source, title, metadata, asksBack, asEmail } = beginning
  const history = readHistory(metadata)
  const { enabled } = await readSettings(ctx.db, ctx.workspaceId)
  if (!enabled) throw parameterInvalid(NO_PROFILE)
  if (externalId !== undefined) await refuseKnown(ctx, externalId)
  const threadId = await converse(ctx, beginning)
  const errors = await attribute(ctx, threadId, metadata)
  const ai_agent = newAgentState(source, source === 'workflow' ? title : null)
  await updateThread(ctx.db, ctx.workspaceId, threadId, { ai_agent })
  const session = await insertSession(ctx.db, ctx.workspaceId, {
    external_id: externalId ?? (await ownId(ctx, threadId)),
    thread_id: threadId,
    user_id: user.id,
    origin: ctx.addressOf(''),
    asks_back: asksBack,
    as_email: asEmail,
    history: history.map(({ author, body }) => ({ author, body })),
    created_at: ctx.now,
  })
  if (!session) throw parameterInvalid(IS_THERE)
  return { session, errors: { user: user.errors, conversation: errors } }
}

const NO_PROFILE = 'No Fin profile is configured to handle this conversation. Configure a Fin profile and retry.'
const IS_THERE = 'Fin session already exists for this conversation. Please use /reply to continue the conversation.'

/** @throws 400 parameter_invalid */
export async function refuseKnown({ db, workspaceId }: Ctx, externalId: string): Promise<void> {
  if (await findSession(db, workspaceId, externalId)) throw parameterInvalid(IS_THERE)
}

/** The id of the conversation, unless a client has taken it for another one. */
async function ownId({ db, workspaceId }: Ctx, threadId: number): Promise<string> {
  const id = String(threadId)
  return (await findSession(db, workspaceId, id)) ? `conversation:${id}` : id
}

/** @returns the id of the conversation */
async function converse(ctx: Ctx, { user, message, title, attachments }: Beginning): Promise<number> {
  const { attachment_urls, attachment_files } = readAttachments(attachments)
  if (message?.author !== 'user') return converseByBot(ctx, user, message?.body ?? title)
  const { conversation_id } = await begin(ctx, {
    from: { type: 'contact', id: user.contact.id },
    body: message.body,
    attachment_urls,
    routed: false,
  })
  const threadId = Number(conversation_id)
  if (attachment_files.length > 0) {
    const files = await keepAttachments(ctx, threadId, { attachment_files }, 'attachments')
    const { source_attachments } = await lockConversation(ctx, String(threadId))
    await updateThread(ctx.db, ctx.workspaceId, threadId, {
      source_attachments: [...(source_attachments as AttachmentWire[]), ...files],
    })
  }
  return threadId
}

async function converseByBot(ctx: Ctx, { contact }: KnownUser, words: string): Promise<number> {
  const { thread_id } = await keepMessage(ctx, {
    admin: await getBot(ctx.db, ctx.workspaceId),
    addressees: [{ kind: 'to', contact }],
    begins: true,
    message_type: 'inapp',
    subject: null,
    template: null,
    locale: null,
    body: sanitiseBody(words),
    created_at: ctx.now,
  })
  return thread_id!
}

/** Attributes of a repeated beginning that were not taken, as its first answer told them. Nothing is written. */
export async function findRefused(
  ctx: Ctx,
  threadId: number,
  metadata: MetadataInput,
): Promise<Record<string, string>> {
  const { errors } = await sortAttributes(metadata?.attributes, 'Conversation', (name, value) =>
    checkCustomAttributes(ctx.db, ctx.workspaceId, 'conversation', { [name]: value }, threadId),
  )
  return errors
}

/** @returns messages by the names of attributes that were not taken */
async function attribute(ctx: Ctx, threadId: number, metadata: MetadataInput): Promise<Record<string, string>> {
  const thread = await lockConversation(ctx, String(threadId))
  const { taken, errors } = await sortAttributes(metadata?.attributes, 'Conversation', (name, value) =>
    updateAttributes(ctx, thread, { [name]: value }),
  )
  await record(ctx, thread, await updateAttributes(ctx, thread, taken))
  return errors
}
