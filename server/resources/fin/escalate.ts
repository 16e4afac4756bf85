import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { escapeHtml, bodyToText, sanitiseBody } from '../../html.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { perform } from '../../http/perform.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { getBot } from '../../threads/actors.ts'
import { isMerged } from '../../threads/merged.ts'
import { lockThread } from '../../threads/queries.ts'
import { wasTakenOver } from '../../threads/taken-over.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { begin } from '../conversations/begin.ts'
import { replyToConversation } from '../conversations/reply.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { StreamUrl } from './answer.ts'
import { leaveWithRun } from './end-taken-over.ts'
import { trimId, User } from './inputs.ts'
import { holdSession, type Held } from './lock.ts'
import { findSession, listSaid } from './queries.ts'
import { byBot, route } from './speak.ts'
import { change } from './state.ts'
import { streamAddress } from './stream-tokens.ts'
import { findUser, knowUser } from './user.ts'

const LONGEST = 10_000
const REASON = 'Escalation requested via API'
const FIRST_WORDS = 'Requesting human support'
/** Characters of a message in the summary of a session. */
const LONGEST_SUMMARISED = 500
/** Messages in the summary of a session. */
const SUMMARISED = 20

export const escalateFin = operation({
  method: 'POST',
  path: '/fin/escalate',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Escalate to a human',
  description:
    'Opens a conversation for teammates, for a session with a summary of it as a note, or for a user without one. It is ' +
    'assigned as the settings of the agent say, else by the assignment rules. The conversation of the session stays as ' +
    'it is, and its agent’s resolution state is `escalated`. `context` is a note for teammates. A session is escalated once, ' +
    'and not into a second conversation where a teammate has taken it over: after that only the context is added, and a ' +
    'conversation that teammates closed or snoozed is opened.',
  inferred: 'the handling of a session that was escalated before, and of a request that names both',
  body: described(
    Type.Object({
      conversation_id: described(
        Type.Optional(Nullable(IdInput)),
        'Your id of the conversation to escalate. This or `user` is needed.',
      ),
      user: described(Type.Optional(Nullable(User)), 'The user for whom a conversation is opened.'),
      message: described(
        Type.Optional(Type.String({ maxLength: LONGEST })),
        `The first message of the user, for \`user\`; by default "${FIRST_WORDS}".`,
      ),
      context: described(Type.Optional(Type.String({ maxLength: LONGEST })), 'A note for teammates.'),
    }),
    'The session or the user, and what teammates are to know.',
  ),
  reply: Type.Object({
    conversation_id: described(
      Type.Optional(Type.String()),
      'Your id of the conversation. Absent if a user was escalated.',
    ),
    intercom_conversation_id: described(Type.String(), 'The id of the conversation that was opened.'),
    sse_subscription_url: Type.Optional(StreamUrl),
    status: Type.Literal('escalated'),
  }),
  answer: 'The conversation that was opened.',
  refusals: { 404: 'The contact or the conversation does not exist.' },
  handle: async (ctx, { body }) => {
    const { context = '' } = body
    const id = trimId(body.conversation_id)
    if (id !== '') return escalateSession(ctx, id, context)
    if (!body.user) throw parameterInvalid('Either conversation_id or user must be provided')
    const { contact } = await knowUser(ctx, body.user)
    const threadId = await open(ctx, contact.id, body.message?.trim() || FIRST_WORDS)
    await note(ctx, threadId, contextOf(context))
    return { intercom_conversation_id: String(threadId), status: 'escalated' as const }
  },
})

async function escalateSession(ctx: Ctx, externalId: string, context: string) {
  const known = await findSession(ctx.db, ctx.workspaceId, externalId)
  const held = known && (await holdSession(ctx, known.id))
  if (!held) throw parameterInvalid('Conversation not found')
  // Before its events, so that the stream tells of them.
  const sse_subscription_url = await streamAddress(ctx, held.session)
  const threadId = (await continueWithTeammates(ctx, held)) ?? (await openFor(ctx, held))
  await note(ctx, threadId, contextOf(context))
  return {
    conversation_id: held.session.external_id,
    intercom_conversation_id: String(threadId),
    sse_subscription_url,
    status: 'escalated' as const,
  }
}

/**
 * Goes on in the conversation that teammates have already: that of an earlier escalation, or the session's own. It is
 * opened where they had closed or snoozed it, and assigned where nobody has it.
 * @returns its id; undefined where there is none, or none any more
 */
async function continueWithTeammates(ctx: Ctx, held: Held): Promise<number | undefined> {
  const { db, workspaceId } = ctx
  const { session, thread } = held
  if (session.escalated_thread_id !== null) {
    const opened = await lockThread(db, workspaceId, 'conversation', session.escalated_thread_id)
    return opened && reopen(ctx, held, opened)
  }
  if (session.status !== 'escalated') {
    if (!isMerged(thread) && !(await wasTakenOver(db, workspaceId, thread.id))) return undefined
    await leaveWithRun(ctx, held, { outcome: 'escalated', reason: REASON })
  }
  return reopen(ctx, held, thread)
}

/**
 * Brings a conversation, or the one that it was merged into, before teammates again, unless its user is blocked or gone.
 * @returns its id; undefined where the other one was deleted
 */
async function reopen(ctx: Ctx, held: Held, known: ThreadRow): Promise<number | undefined> {
  const primary = await primaryOf(ctx, known)
  if (!primary) return undefined
  const { id, state, admin_assignee_id, team_assignee_id } = primary
  if (!(await findAddressee(ctx, held))) return id
  if (state !== 'open') await byBot(ctx, id, { message_type: 'open' })
  if (admin_assignee_id === null && team_assignee_id === null) await route(ctx, id)
  return id
}

async function primaryOf(ctx: Ctx, thread: ThreadRow): Promise<ThreadRow | undefined> {
  if (!isMerged(thread)) return thread
  const primary = await lockThread(ctx.db, ctx.workspaceId, 'conversation', thread.merged_into_id!)
  return primary && primaryOf(ctx, primary)
}

/** @returns the id of the conversation for teammates */
async function openFor(ctx: Ctx, held: Held): Promise<number> {
  const threadId = await open(ctx, (await findAddressee(ctx, held)) ?? held.thread.contact_ids[0]!, FIRST_WORDS)
  await note(ctx, threadId, await summaryOf(ctx, held))
  await change(ctx, held, { escalated_thread_id: threadId })
  if (held.session.status !== 'escalated') await leaveWithRun(ctx, held, { outcome: 'escalated', reason: REASON })
  return threadId
}

/** The user of the session, who may have left its conversation to others; without them the first who takes part. */
async function findAddressee(ctx: Ctx, { session, thread }: Held): Promise<string | undefined> {
  const contact = await findUser(ctx, session.user_id)
  if (contact) return contact.id
  const by = { intercom_user_id: thread.contact_ids[0] ?? null }
  const [first] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  return first?.id
}

async function open(ctx: Ctx, contactId: string, body: string): Promise<number> {
  const { conversation_id } = await begin(ctx, { from: { type: 'contact', id: contactId }, body, routed: false })
  await route(ctx, Number(conversation_id))
  return Number(conversation_id)
}

async function note(ctx: Ctx, threadId: number, body: string): Promise<void> {
  if (body === '') return
  const { id: admin_id } = await getBot(ctx.db, ctx.workspaceId)
  await perform(replyToConversation, ctx, {
    params: { conversation_id: String(threadId) },
    body: { type: 'admin', message_type: 'note', body, admin_id },
  })
}

const contextOf = (context: string): string => (context.trim() === '' ? '' : sanitiseBody(escapeHtml(context.trim())))

async function summaryOf(ctx: Ctx, { session, thread }: Held): Promise<string> {
  const said = await listSaid(ctx.db, ctx.workspaceId, thread.id, SUMMARISED)
  const lines = said.map(({ author_type, from_ai_agent, body }) => {
    const who = from_ai_agent ? 'Fin' : author_type === 'user' || author_type === 'lead' ? 'User' : 'Agent'
    return `<li><b>${who}:</b> ${escapeHtml(shorten(bodyToText(body)))}</li>`
  })
  const head = `Escalated from conversation ${thread.id} (${escapeHtml(session.external_id)}):`
  return sanitiseBody(`<p>${head}</p><ul>${lines.join('')}</ul>`)
}

/** Ends at a word where one ends in the second half, and tells by an ellipsis that words are left out. */
function shorten(text: string): string {
  if (text.length <= LONGEST_SUMMARISED) return text
  const end = text.slice(0, LONGEST_SUMMARISED + 1).search(/\s+\S*$/)
  return `${text.slice(0, end > LONGEST_SUMMARISED / 2 ? end : LONGEST_SUMMARISED).toWellFormed()} …`
}
