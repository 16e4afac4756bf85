/** The answer to requests of a session. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { described } from '../../schema/types.ts'
import type { Session } from './queries.ts'
import { streamAddress } from './stream-tokens.ts'

const Messages = described(Type.Record(Type.String(), Type.String()), 'Messages by the names of attributes.')

export interface AttributeErrors {
  user: Record<string, string>
  conversation: Record<string, string>
}

const Errors = described(
  Type.Optional(
    Type.Object({
      user: described(Type.Object({ attributes: Messages }), 'Attributes of the user.'),
      conversation: described(Type.Object({ attributes: Messages }), 'Attributes of the conversation.'),
    }),
  ),
  'Attributes that were not taken. Absent if all were.',
)

export const StreamUrl = described(
  Type.String(),
  'Where the events of the session are followed as server-sent events. The token in it holds for three minutes; the ' +
    'stream ends when the agent waits for the user or is done.',
)

const base = {
  conversation_id: described(Type.String(), 'Your id of the conversation.'),
  user_id: described(Type.String(), 'Your id of the user.'),
}
const rest = {
  status: described(
    Type.Enum(['thinking', 'replying', 'awaiting_user_reply', 'escalated', 'resolved', 'complete']),
    'The status of the session. Its answer comes by events.',
  ),
  created_at_ms: described(Type.String(), 'When this answer was made, as ISO 8601 text with milliseconds.'),
  intercom_conversation_id: described(
    Type.Optional(Type.String()),
    'The id of the conversation that holds the messages. Absent for replies.',
  ),
  errors: Errors,
  sse_subscription_url: StreamUrl,
}

export const SessionAnswer = Type.Object({ ...base, ...rest })
export const ProcedureAnswer = Type.Object({
  ...base,
  procedure_id: described(Type.String(), 'The id of the procedure.'),
  ...rest,
})

interface Shown {
  session: Session
  errors?: AttributeErrors | undefined
  /** True in answers to requests that begin a conversation. */
  tellsConversation?: boolean
}

export async function presentSession(
  ctx: Ctx,
  { session, errors, tellsConversation = false }: Shown,
): Promise<Static<typeof SessionAnswer>> {
  const isRefused = errors && Object.keys({ ...errors.user, ...errors.conversation }).length > 0
  return {
    conversation_id: session.external_id,
    user_id: session.user_id,
    status: session.status as 'thinking',
    created_at_ms: ctx.now.toISOString(),
    ...(tellsConversation && { intercom_conversation_id: String(session.thread_id) }),
    ...(isRefused && {
      errors: { user: { attributes: errors.user }, conversation: { attributes: errors.conversation } },
    }),
    sse_subscription_url: await streamAddress(ctx, session),
  }
}
