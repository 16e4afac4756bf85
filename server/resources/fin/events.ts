/** Events of a session, as webhooks and streams tell them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { described, model } from '../../schema/types.ts'
import type { Session } from './queries.ts'

const head = {
  conversation_id: described(Type.String(), 'Your id of the conversation.'),
  user_id: described(Type.String(), 'Your id of the user.'),
}
const CreatedAtMs = described(Type.String(), 'When it happened, as ISO 8601 text with milliseconds.')

export const RepliedEvent = model('fin_agent_replied_event', {
  event_name: Type.Literal('fin_replied'),
  ...head,
  message: described(
    Type.Object({
      id: described(Type.String(), 'The id of the message.'),
      author: Type.Literal('fin'),
      body: described(Type.String(), 'The words, as HTML.'),
      timestamp_ms: described(Type.String(), 'When it was written, as ISO 8601 text with milliseconds.'),
    }),
    'The words of the agent.',
  ),
  status: described(Type.Enum(['replying', 'awaiting_user_reply']), '`replying`: an event of its own tells its end.'),
  created_at_ms: CreatedAtMs,
})

export type Status = 'awaiting_user_reply' | 'escalated' | 'resolved' | 'complete'

export const StatusEvent = model('fin_agent_status_updated_event', {
  event_name: Type.Literal('fin_status_updated'),
  ...head,
  status: described(Type.Enum(['awaiting_user_reply', 'escalated', 'resolved', 'complete']), 'The new status.'),
  reason: described(Type.Optional(Type.String()), 'The reason of an escalation. Absent for other statuses.'),
  created_at_ms: CreatedAtMs,
})

export const RatingEvent = model('fin_agent_csat_requested_event', {
  event_name: Type.Literal('csat_requested'),
  ...head,
  csat: described(
    Type.Object({
      options: described(
        Type.Array(
          Type.Object({
            key: described(Type.String(), 'The `rating` to send.'),
            emoji: described(Type.String(), 'A sign for it.'),
            label: described(Type.String(), 'A word for it.'),
          }),
        ),
        'The choices, the worst one first.',
      ),
    }),
    'The question to show.',
  ),
  created_at_ms: CreatedAtMs,
})

/** Ratings by their words, the worst one first. */
export const RATINGS = [
  { key: 'terrible', emoji: '😠', label: 'Terrible' },
  { key: 'bad', emoji: '🙁', label: 'Bad' },
  { key: 'ok', emoji: '😐', label: 'OK' },
  { key: 'good', emoji: '😃', label: 'Great' },
  { key: 'amazing', emoji: '🤩', label: 'Amazing' },
]

export const finTopics = { fin_replied: RepliedEvent, fin_status_updated: StatusEvent, csat_requested: RatingEvent }
export type FinTopic = keyof typeof finTopics

const headOf = ({ external_id, user_id }: Session) => ({ conversation_id: external_id, user_id })

export function tellReply(ctx: Ctx, session: Session, { id, body }: { id: string; body: string }): void {
  const at = ctx.now.toISOString()
  const event: Static<typeof RepliedEvent> = {
    event_name: 'fin_replied',
    ...headOf(session),
    message: { id, author: 'fin', body, timestamp_ms: at },
    status: 'replying',
    created_at_ms: at,
  }
  ctx.emit('fin_replied', event)
}

export function tellStatus(ctx: Ctx, session: Session, status: Status, reason?: string): void {
  const event: Static<typeof StatusEvent> = {
    event_name: 'fin_status_updated',
    ...headOf(session),
    status,
    ...(reason !== undefined && { reason }),
    created_at_ms: ctx.now.toISOString(),
  }
  ctx.emit('fin_status_updated', event)
}

export function tellRatingRequest(ctx: Ctx, session: Session): void {
  const event: Static<typeof RatingEvent> = {
    event_name: 'csat_requested',
    ...headOf(session),
    csat: { options: RATINGS },
    created_at_ms: ctx.now.toISOString(),
  }
  ctx.emit('csat_requested', event)
}
